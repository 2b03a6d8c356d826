import type { Category, OfficeCode, PersonId, StaffId } from '@kasane/vocabulary';
import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { CaseNoteMethod, ToldBy } from './note-words.js';

/** A note (支援経過記録) by what it is found: its words are in its versions. */
@Entity('case_note')
export class CaseNoteRow {
  @PrimaryColumn({ type: 'varchar', length: 64 })
  id!: string;

  @Column({ name: 'case_id', type: 'varchar', length: 64 })
  caseId!: string;

  /** The office that wrote it, and alone revises it. */
  @Column({ name: 'office_code', type: 'varchar', length: 64 })
  officeCode!: OfficeCode;

  /** The newest version. */
  @Column({ type: 'int' })
  version!: number;

  @Column({ name: 'held_at', type: 'timestamptz' })
  heldAt!: Date;

  /** Everybody of whom the newest version speaks. */
  @Column({ type: 'jsonb' })
  persons!: readonly PersonId[];
}

/** What a version of a note says. Never changed: who revises a note writes the next one. */
@Entity('case_note_version')
export class CaseNoteVersionRow {
  @PrimaryColumn({ name: 'note_id', type: 'varchar', length: 64 })
  noteId!: string;

  @PrimaryColumn({ type: 'int' })
  version!: number;

  @Column({ name: 'held_at', type: 'timestamptz' })
  heldAt!: Date;

  @Column({ type: 'varchar', length: 16 })
  method!: CaseNoteMethod;

  @Column({ name: 'answered_by', type: 'varchar', length: 128 })
  answeredBy!: string;

  @Column({ type: 'varchar', length: 256 })
  counterpart!: string;

  @Column({ type: 'text' })
  content!: string;

  @Column({ name: 'next_step', type: 'text', nullable: true })
  nextStep!: string | null;

  @Column({ name: 'next_on', type: 'varchar', length: 10, nullable: true })
  nextOn!: string | null;

  @Column({ name: 'next_office', type: 'varchar', length: 64, nullable: true })
  nextOffice!: OfficeCode | null;

  @Column({ type: 'int', nullable: true })
  minutes!: number | null;

  @Column({ type: 'jsonb' })
  persons!: readonly PersonId[];

  /** Why it was revised; null of the first version. */
  @Column({ type: 'text', nullable: true })
  reason!: string | null;

  @Column({ name: 'office_code', type: 'varchar', length: 64 })
  officeCode!: OfficeCode;

  @Column({ name: 'staff_id', type: 'varchar', length: 64 })
  staffId!: StaffId;

  @Column({ type: 'timestamptz' })
  at!: Date;
}

/** What was told outside the hub, to a partner without an account. Never changed afterwards. */
@Entity('told_disclosure')
export class ToldDisclosureRow {
  @PrimaryColumn({ type: 'varchar', length: 64 })
  id!: string;

  @Column({ name: 'case_id', type: 'varchar', length: 64 })
  caseId!: string;

  @Column({ type: 'jsonb' })
  persons!: readonly PersonId[];

  @Column({ type: 'varchar', length: 256 })
  recipient!: string;

  @Column({ type: 'jsonb' })
  categories!: readonly Category[];

  @Column({ type: 'varchar', length: 16 })
  how!: ToldBy;

  @Column({ name: 'told_on', type: 'varchar', length: 10 })
  toldOn!: string;

  @Column({ type: 'text' })
  basis!: string;

  @Column({ name: 'office_code', type: 'varchar', length: 64 })
  officeCode!: OfficeCode;

  @Column({ name: 'staff_id', type: 'varchar', length: 64 })
  staffId!: StaffId;

  @Column({ type: 'timestamptz' })
  at!: Date;
}

export const noteEntities = [CaseNoteRow, CaseNoteVersionRow, ToldDisclosureRow];
