import { Disclosed, mayShow, NotPersonal, requirePurpose } from '@kasane/subgraph-kit';
import { Category } from '@kasane/vocabulary';
import { Arg, Ctx, FieldResolver, ID, Int, Mutation, Resolver, Root } from 'type-graphql';
import { SupportCase } from '../case/case.js';
import { sightOf } from '../case/sight.js';
import { pageOf, readPlace, requirePage, type Connection } from '../connection.js';
import type { CollaborationContext } from '../context.js';
import type { AuthoredRecord } from '../disclosure/authored.js';
import { MAX_PAGE } from '../household/household.js';
import {
  CaseNote,
  CaseNoteConnection,
  caseNoteOf,
  CaseNoteVersion,
  noteVersionOf,
  ToldDisclosure,
  ToldDisclosureConnection,
  toldDisclosureOf,
} from './note.js';
import { CaseNoteInput, ToldDisclosureInput } from './note-input.js';
import { CaseNoteResult, ToldDisclosureResult } from './note-results.js';
import { addCaseNote, recordToldDisclosure, reviseCaseNote, type WrittenNote } from './note-service.js';

@Resolver(() => SupportCase)
export class CaseNotesResolver {
  @Mutation(() => CaseNoteResult, { description: '支援経過を記録する — write a note of a case' })
  async addCaseNote(
    @Arg('case', () => ID) id: string,
    @Arg('input', () => CaseNoteInput) input: CaseNoteInput,
    @Ctx() context: CollaborationContext,
  ): Promise<typeof CaseNoteResult> {
    requirePurpose(context.viewer);
    return told(await addCaseNote(id, input, context), context);
  }

  @Mutation(() => CaseNoteResult, {
    description: '支援経過を訂正する — write the next version of a note of your office; the old one stays',
  })
  async reviseCaseNote(
    @Arg('note', () => ID) id: string,
    @Arg('expectedVersion', () => Int, { description: '版 — the version of the note that you saw' })
    expected: number,
    @Arg('input', () => CaseNoteInput) input: CaseNoteInput,
    @Arg('reason', () => String, { description: '訂正の理由 — why it is revised' }) reason: string,
    @Ctx() context: CollaborationContext,
  ): Promise<typeof CaseNoteResult> {
    requirePurpose(context.viewer);
    return told(await reviseCaseNote({ id, expected }, input, reason, context), context);
  }

  @Mutation(() => ToldDisclosureResult, {
    description: '口頭・書面での提供を記録する — record what was told to a partner without an account',
  })
  async recordToldDisclosure(
    @Arg('case', () => ID) id: string,
    @Arg('input', () => ToldDisclosureInput) input: ToldDisclosureInput,
    @Ctx() context: CollaborationContext,
  ): Promise<typeof ToldDisclosureResult> {
    requirePurpose(context.viewer);
    const recorded = await recordToldDisclosure(id, input, context);
    return 'row' in recorded ? { told: toldDisclosureOf(recorded.row) } : recorded;
  }

  @NotPersonal('each note decides for itself')
  @FieldResolver(() => CaseNoteConnection, {
    description: '支援経過記録 — notes, what happened last first; those of whom you may read',
  })
  async notes(
    @Root() { row }: SupportCase,
    @Arg('first', () => Int, { defaultValue: 20, description: `at most ${MAX_PAGE}` }) first: number,
    @Arg('after', () => String, { nullable: true }) after: string | null | undefined,
    @Ctx() context: CollaborationContext,
  ): Promise<Connection<CaseNote>> {
    requirePage(first);
    const rows = await context.loaders.caseNotes.load({
      of: row.id,
      limit: first + 1,
      before: after ? readPlace(after) : undefined,
      sight: sightOf(row.householdId, Category.NOTES, context),
    });
    const page = pageOf(
      rows,
      first,
      ({ heldAt, noteId }) => ({ at: heldAt.toISOString(), id: noteId }),
      caseNoteOf,
    );
    return noted(page, 'SupportCase.notes', context);
  }

  @NotPersonal('each of them decides for itself')
  @FieldResolver(() => ToldDisclosureConnection, {
    description: '口頭・書面での提供 — what was told to partners without an account, the newest first',
  })
  async toldDisclosures(
    @Root() { row }: SupportCase,
    @Arg('first', () => Int, { defaultValue: 20, description: `at most ${MAX_PAGE}` }) first: number,
    @Arg('after', () => String, { nullable: true }) after: string | null | undefined,
    @Ctx() context: CollaborationContext,
  ): Promise<Connection<ToldDisclosure>> {
    requirePage(first);
    const rows = await context.loaders.toldDisclosures.load({
      of: row.id,
      limit: first + 1,
      before: after ? readPlace(after) : undefined,
      sight: sightOf(row.householdId, Category.NOTES, context),
    });
    const page = pageOf(rows, first, ({ at, id }) => ({ at: at.toISOString(), id }), toldDisclosureOf);
    return noted(page, 'SupportCase.toldDisclosures', context);
  }
}

@Resolver(() => CaseNote)
export class CaseNoteResolver {
  @Disclosed(Category.NOTES)
  @FieldResolver(() => [CaseNoteVersion], {
    nullable: true,
    description: '版の一覧 — all versions that you may read, the newest first',
  })
  async versions(
    @Root() { id }: CaseNote,
    @Ctx() { loaders }: CollaborationContext,
  ): Promise<readonly CaseNoteVersion[]> {
    return (await loaders.noteVersions.load(id)).map(noteVersionOf);
  }
}

/** That there is such a record is told by the page itself: noted of each person of whom it speaks. */
function noted<Node extends AuthoredRecord>(
  page: Connection<Node>,
  field: string,
  context: CollaborationContext,
): Connection<Node> {
  for (const { node } of page.edges)
    mayShow(context, node.subjects ?? [], Category.NOTES, field, { record: node });
  return page;
}

async function told(written: WrittenNote, { loaders }: CollaborationContext): Promise<typeof CaseNoteResult> {
  if ('problems' in written) return written;
  const id = 'id' in written ? written.id : written.newer;
  loaders.noteVersions.clear(id);
  const [newest] = await loaders.noteVersions.load(id);
  if (!newest) throw new Error('A note without a version.');
  return 'id' in written ? { note: caseNoteOf(newest) } : { newer: caseNoteOf(newest) };
}
