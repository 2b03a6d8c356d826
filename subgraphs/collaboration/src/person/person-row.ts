import type { PersonId } from '@kasane/vocabulary';
import { Column, Entity, PrimaryColumn } from 'typeorm';

/** What was written on the hub's own intake form (相談受付・申込票). Never a copy of a sector's field. */
@Entity('person')
export class PersonRow {
  @PrimaryColumn({ type: 'varchar', length: 64 })
  id!: PersonId;

  @Column({ type: 'varchar', length: 256 })
  name!: string;

  @Column({ type: 'varchar', length: 256, nullable: true })
  kana!: string | null;

  @Column({ name: 'roman_name', type: 'varchar', length: 256, nullable: true })
  romanName!: string | null;

  @Column({ name: 'birth_date', type: 'varchar', length: 10, nullable: true })
  birthDate!: string | null;

  /** As it was said, where no day of the calendar is known: 「昭和20年頃」. */
  @Column({ name: 'birth_as_given', type: 'varchar', length: 64, nullable: true })
  birthAsGiven!: string | null;

  @Column({ type: 'varchar', length: 8 })
  sex!: string;

  @Column({ type: 'varchar', length: 256, nullable: true })
  address!: string | null;

  @Column({ type: 'varchar', length: 64, nullable: true })
  phone!: string | null;

  @Column({ type: 'varchar', length: 2, nullable: true })
  nationality!: string | null;

  /** BCP 47 tags, comma-separated, the best spoken first. */
  @Column({ type: 'varchar', length: 64, nullable: true })
  languages!: string | null;

  @Column({ name: 'language_need', type: 'text', nullable: true })
  languageNeed!: string | null;

  /** The day of death, `YYYY-MM-DD`. It changes nothing about who may read; nobody consents for the dead. */
  @Column({ name: 'deceased_on', type: 'varchar', length: 10, nullable: true })
  deceasedOn!: string | null;

  /** Name and kana in a form in which they are compared: see `searchKey`. */
  @Column({ name: 'search_key', type: 'varchar', length: 512 })
  searchKey!: string;
}
