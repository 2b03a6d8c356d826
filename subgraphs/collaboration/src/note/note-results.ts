import { NotPersonal } from '@kasane/subgraph-kit';
import { createUnionType, Field, ObjectType } from 'type-graphql';
import { CaseNote, ToldDisclosure } from './note.js';

const OUTCOME = 'an outcome; the note in it decides for itself';

@ObjectType({ description: '記録した — the note as it stands now' })
@NotPersonal(OUTCOME)
export class CaseNoteRecorded {
  @Field(() => CaseNote)
  note!: CaseNote;
}

@ObjectType({ description: '記録できない — it cannot be recorded, and why; in Japanese' })
@NotPersonal(OUTCOME)
export class CaseNoteNotRecorded {
  @Field(() => [String])
  problems!: readonly string[];
}

@ObjectType({ description: '他の人が先に訂正した — somebody else revised the note first' })
@NotPersonal(OUTCOME)
export class CaseNoteChangedMeanwhile {
  @Field(() => CaseNote, {
    description: '今の記録 — the note as it stands now, to lay beside what you wrote',
  })
  newer!: CaseNote;
}

export const CaseNoteResult = createUnionType({
  name: 'CaseNoteResult',
  types: () => [CaseNoteRecorded, CaseNoteNotRecorded, CaseNoteChangedMeanwhile] as const,
  resolveType: (value) =>
    'note' in value ? CaseNoteRecorded : 'problems' in value ? CaseNoteNotRecorded : CaseNoteChangedMeanwhile,
});

@ObjectType({ description: '記録した — what was told, as it stands on record' })
@NotPersonal(OUTCOME)
export class ToldDisclosureRecorded {
  @Field(() => ToldDisclosure)
  told!: ToldDisclosure;
}

export const ToldDisclosureResult = createUnionType({
  name: 'ToldDisclosureResult',
  types: () => [ToldDisclosureRecorded, CaseNoteNotRecorded] as const,
  resolveType: (value) => ('told' in value ? ToldDisclosureRecorded : CaseNoteNotRecorded),
});
