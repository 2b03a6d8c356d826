import type { ConsentRuleFacts } from '@kasane/disclosure';
import type { ConsentExpression, ConsentState, GrantorRelation, PersonId, Purpose } from '@kasane/vocabulary';
import { Column, Entity, PrimaryColumn } from 'typeorm';

/** Who consents, and by what authority. */
export interface StoredGrantor {
  readonly name: string;
  readonly relation: GrantorRelation;
  readonly person: PersonId | null;
  /** What shows the authority of a guardian. */
  readonly authorityDocument?: string | null;
}

/** Who explained to the person what they were asked, when, in which language, through whom. */
export interface StoredExplanation {
  readonly explainedBy: string;
  /** A Japanese calendar date. */
  readonly explainedOn: string;
  readonly language: string;
  readonly interpreter: string | null;
}

/** A consent record (ISO/IEC TS 27560): one subject, never changed after it was made; its state is in its events. */
@Entity('consent')
export class ConsentRow {
  @PrimaryColumn({ type: 'varchar', length: 64 })
  id!: string;

  @Column({ name: 'schema_version', type: 'varchar', length: 16 })
  schemaVersion!: string;

  @Column({ name: 'subject_id', type: 'varchar', length: 64 })
  subjectId!: PersonId;

  @Column({ type: 'jsonb' })
  grantors!: readonly StoredGrantor[];

  @Column({ name: 'notice_id', type: 'varchar', length: 64 })
  noticeId!: string;

  @Column({ name: 'notice_version', type: 'varchar', length: 32 })
  noticeVersion!: string;

  @Column({ name: 'notice_language', type: 'varchar', length: 16 })
  noticeLanguage!: string;

  @Column({ type: 'jsonb' })
  purposes!: readonly Purpose[];

  @Column({ type: 'jsonb' })
  rules!: readonly ConsentRuleFacts[];

  @Column({ name: 'valid_from', type: 'timestamptz' })
  validFrom!: Date;

  /** The first instant at which it is no longer valid: 24:00 in Japan of the last day. */
  @Column({ name: 'valid_until', type: 'timestamptz' })
  validUntil!: Date;

  @Column({ name: 'supersedes_id', type: 'varchar', length: 64, nullable: true })
  supersedesId!: string | null;
}

/** What happened to a consent. Appended, never changed; two writers at once cannot both be number n. */
@Entity('consent_event')
export class ConsentEventRow {
  @PrimaryColumn({ name: 'consent_id', type: 'varchar', length: 64 })
  consentId!: string;

  @PrimaryColumn({ type: 'int' })
  seq!: number;

  @Column({ type: 'timestamptz' })
  at!: Date;

  @Column({ type: 'varchar', length: 16 })
  state!: ConsentState;

  @Column({ type: 'varchar', length: 32 })
  expression!: ConsentExpression;

  @Column({ name: 'expressed_by', type: 'varchar', length: 256 })
  expressedBy!: string;

  @Column({ name: 'recorded_by', type: 'varchar', length: 64 })
  recordedBy!: string;

  /** Listeners to an oral expression. */
  @Column({ type: 'jsonb' })
  witnesses!: readonly string[];

  /** The new end that a renewal gives. */
  @Column({ name: 'valid_until', type: 'timestamptz', nullable: true })
  validUntil!: Date | null;

  /** Who wrote it for the person (代筆者). */
  @Column({ name: 'written_by', type: 'varchar', length: 256, nullable: true })
  writtenBy!: string | null;

  @Column({ type: 'jsonb', nullable: true })
  explanation!: StoredExplanation | null;
}
