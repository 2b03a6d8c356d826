import { addressKey, kanaKey, nameKey, romanNameKey } from '@kasane/vocabulary';
import { Column, Entity, PrimaryColumn } from 'typeorm';

/** A person as the sector's own system has them, names as given. */
export interface LocalIdentity {
  readonly localId: string;
  readonly name: string;
  readonly kana?: string | null;
  readonly romanName?: string | null;
  /** A name that they had before: 旧姓, 改姓, 養子縁組. */
  readonly formerName?: string | null;
  readonly formerKana?: string | null;
  /** 通称 */
  readonly aliasName?: string | null;
  readonly aliasKana?: string | null;
  /** `YYYY-MM-DD`; none where it is not known. */
  readonly birthDate?: string | null;
  readonly address?: string | null;
}

/**
 * Who the sector's own system knows: what candidates for a link are found by. Filled by the sector, read by nobody but
 * the search for candidates; it has no field, so none of it ever leaves.
 */
@Entity('local_person')
export class LocalPerson {
  @PrimaryColumn({ name: 'local_id', type: 'varchar', length: 64 })
  localId!: string;

  @Column({ type: 'varchar', length: 256 })
  name!: string;

  @Column({ type: 'varchar', length: 256, nullable: true })
  kana!: string | null;

  @Column({ name: 'roman_name', type: 'varchar', length: 256, nullable: true })
  romanName!: string | null;

  @Column({ name: 'former_name', type: 'varchar', length: 256, nullable: true })
  formerName!: string | null;

  @Column({ name: 'former_kana', type: 'varchar', length: 256, nullable: true })
  formerKana!: string | null;

  @Column({ name: 'alias_name', type: 'varchar', length: 256, nullable: true })
  aliasName!: string | null;

  @Column({ name: 'alias_kana', type: 'varchar', length: 256, nullable: true })
  aliasKana!: string | null;

  @Column({ name: 'birth_date', type: 'varchar', length: 10, nullable: true })
  birthDate!: string | null;

  @Column({ type: 'varchar', length: 256, nullable: true })
  address!: string | null;

  @Column({ name: 'name_key', type: 'varchar', length: 256 })
  nameKey!: string;

  @Column({ name: 'kana_key', type: 'varchar', length: 256 })
  kanaKey!: string;

  @Column({ name: 'roman_key', type: 'varchar', length: 256 })
  romanKey!: string;

  @Column({ name: 'former_name_key', type: 'varchar', length: 256 })
  formerNameKey!: string;

  @Column({ name: 'former_kana_key', type: 'varchar', length: 256 })
  formerKanaKey!: string;

  @Column({ name: 'alias_name_key', type: 'varchar', length: 256 })
  aliasNameKey!: string;

  @Column({ name: 'alias_kana_key', type: 'varchar', length: 256 })
  aliasKanaKey!: string;

  @Column({ name: 'address_key', type: 'varchar', length: 256 })
  addressKey!: string;
}

/** An empty key means that there is nothing to compare: it is equal to no other. */
const key = (make: (text: string) => string, text: string | null | undefined): string =>
  text ? make(text).slice(0, 256) : '';

/** A row of {@link LocalPerson}: what was given, as it was given, and the keys by which it is found. */
export const localPerson = (given: LocalIdentity): LocalPerson => ({
  localId: given.localId,
  name: given.name,
  kana: given.kana ?? null,
  romanName: given.romanName ?? null,
  formerName: given.formerName ?? null,
  formerKana: given.formerKana ?? null,
  aliasName: given.aliasName ?? null,
  aliasKana: given.aliasKana ?? null,
  birthDate: given.birthDate ?? null,
  address: given.address ?? null,
  nameKey: key(nameKey, given.name),
  kanaKey: key(kanaKey, given.kana),
  // Whoever writes a foreign name into the one column that there is wrote it in roman letters too.
  romanKey: key(
    romanNameKey,
    given.romanName ?? (/^[\p{Script=Latin}\p{M}\s,.'’-]+$/u.test(given.name) ? given.name : null),
  ),
  formerNameKey: key(nameKey, given.formerName),
  formerKanaKey: key(kanaKey, given.formerKana),
  aliasNameKey: key(nameKey, given.aliasName),
  aliasKanaKey: key(kanaKey, given.aliasKana),
  addressKey: key(addressKey, given.address),
});
