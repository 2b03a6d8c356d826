import { Category, Role } from '@kasane/vocabulary';
import { absent } from '../absent.js';
import { caseWorkedOn } from '../case/coordinate-case.js';
import { change, lineOf } from '../change.js';
import { requireOwnCity } from '../community/own-city.js';
import type { CollaborationContext } from '../context.js';
import { askedId, textOf } from '../input.js';
import { newId } from '../new-id.js';
import { requireOfficial } from '../permission.js';
import {
  hostProblems,
  participationProblems,
  type HostInput,
  type ParticipationInput,
} from './participation-input.js';
import { HostRow, MenuRow, ParticipationRow } from './participation-tables.js';

interface Problems {
  readonly problems: readonly string[];
}
/** What became of it: done, not to be recorded and why, or somebody else was first. */
export type ChangedParticipation =
  { readonly row: ParticipationRow } | Problems | { readonly newest: ParticipationRow };

/** Lists a place that takes people in. @throws {HubError} as {@link requireOwnCity} */
export async function listHost(
  input: HostInput,
  context: CollaborationContext,
): Promise<{ readonly row: HostRow; readonly menus: readonly MenuRow[] } | Problems> {
  await requireOwnCity(input.municipality, context);
  const problems = hostProblems(input);
  if (problems.length > 0) return { problems };
  const row: HostRow = {
    id: newId('ph'),
    name: input.name.trim(),
    kind: input.kind,
    localGovernmentCode: input.municipality,
    address: textOf(input.address),
    isOpen: true,
  };
  const menus = input.menus.map(({ title, words, places }) => ({
    id: newId('pm'),
    hostId: row.id,
    title: title.trim(),
    words: textOf(words),
    places: places ?? null,
  }));
  await change(context, [lineOf('Mutation.listParticipationHost', row.id)], async (transaction) => {
    await transaction.insert(HostRow, row);
    await transaction.insert(MenuRow, menus);
  });
  return { row, menus };
}

/**
 * Begins to look for something that somebody would like to do.
 * @throws {HubError} `NOT_FOUND` for a case that the viewer does not work on, or somebody with whom they do not work
 */
export async function beginParticipation(
  input: ParticipationInput,
  context: CollaborationContext,
): Promise<ChangedParticipation> {
  const { viewer, now } = context;
  const field = 'Mutation.beginParticipation';
  requireOfficial(viewer);
  const { row: ofCase, persons } = await caseWorkedOn(input.case, context, field);
  const person = persons.find((each) => each === input.person);
  if (person === undefined) return absent(context.recorder, Category.INVOLVEMENT, field);
  const problems = participationProblems(input);
  if (problems.length > 0) return { problems };
  const row: ParticipationRow = {
    id: newId('pa'),
    caseId: ofCase.id,
    personId: person,
    officeCode: viewer.office,
    wishes: input.wishes.trim(),
    strengths: textOf(input.strengths),
    conditions: textOf(input.conditions),
    begunAt: now,
  };
  await change(
    context,
    [lineOf(field, row.id, { category: Category.SUPPORT_PLAN, person })],
    async (transaction) => {
      await transaction.insert(ParticipationRow, row);
    },
  );
  return { row };
}

/**
 * @throws {HubError} `NOT_FOUND` when there is none, or it is neither the viewer's office's nor, for a coordinator, of a
 * case of theirs; `FORBIDDEN` to partners, volunteers and guests
 */
export async function participationInHand(
  id: string,
  context: CollaborationContext,
  field: string,
): Promise<ParticipationRow> {
  const { viewer, manager } = context;
  requireOfficial(viewer);
  const row = await manager.findOneBy(ParticipationRow, { id: askedId(id) });
  const { persons } = await caseWorkedOn(row?.caseId ?? '', context, field);
  const mayWrite = row?.officeCode === viewer.office || viewer.roles.includes(Role.COORDINATOR);
  return row && mayWrite && persons.includes(row.personId)
    ? row
    : absent(context.recorder, Category.INVOLVEMENT, field);
}
