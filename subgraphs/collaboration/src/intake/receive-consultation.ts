import {
  Category,
  ConsentState,
  ErrorCode,
  HouseholdKind,
  HubError,
  japanDate,
  Relation,
  type HouseholdId,
  type PersonId,
} from '@kasane/vocabulary';
import { absent } from '../absent.js';
import { freshCase } from '../case/case-node.js';
import type { SupportCase } from '../case/case.js';
import { requireCaseWorker, seatRole } from '../case/case-worker.js';
import { openCase, type OpenedCase } from '../case/open-case.js';
import { change, linesOf } from '../change.js';
import { recordConsent } from '../consent/consent-service.js';
import { consentInSight } from '../consent/handling.js';
import type { CollaborationContext } from '../context.js';
import { askedId, charProblems, isGiven, textOf } from '../input.js';
import { insertIssues, issueProblems } from '../issue/issue-service.js';
import { newId } from '../new-id.js';
import { personOf, type Person } from '../person/person.js';
import { PersonRow } from '../person/person-row.js';
import { searchKey } from '../person/search-key.js';
import { checkPerson, paperProblems, type CheckedPerson } from './check-consultation.js';
import type { ConsultationInput, NewPersonInput } from './intake-input.js';
import { IntakePersonRow, IntakeRow } from './intake-tables.js';
import { possiblyKnown } from './possibly-known.js';

const FIELD = 'Mutation.receiveConsultation';

export type ReceivedConsultation =
  | { readonly case: SupportCase; readonly consentProblems: readonly string[] }
  | { readonly problems: readonly string[] }
  | { readonly persons: readonly Person[] };

/**
 * Takes a consultation down, whatever the matter, at any window, and opens its case. Whoever is new gets a household of
 * their own (支援対象世帯); somebody with whom the viewer works keeps the one that the viewer may know of.
 * @throws {HubError} `FORBIDDEN` to who works on no cases; `NOT_FOUND` for a person who does not exist, or with whom the
 * viewer does not work: the same words. To be shown somebody is not enough: a consultation gives a seat, and would else
 * outlive the consent on which they are shown.
 */
export async function receiveConsultation(
  input: ConsultationInput,
  context: CollaborationContext,
): Promise<ReceivedConsultation> {
  const { viewer, now, loaders } = context;
  requireCaseWorker(viewer);
  const today = japanDate(now);
  const self = isGiven(input.newPerson) ? checkPerson(input.newPerson, today) : undefined;
  const members = input.members.map((member) => ({ member, checked: checkPerson(member, today) }));
  const own = await loaders.offices.load(viewer.office);
  const problems = [
    ...paperProblems(input),
    ...charProblems(input),
    ...(self?.ok === false ? self.problems : []),
    ...members.flatMap(({ checked }) => (checked.ok ? [] : checked.problems)),
    ...(input.members.some(({ relation }) => relation === Relation.SELF)
      ? ['世帯構成には、本人以外の人を記入してください。']
      : []),
    ...input.issues.flatMap((issue) => issueProblems(issue, today)),
    ...(own ? [] : ['所属する機関が登録されていないため、受け付けられません。']),
  ];
  if (problems.length > 0 || !own) return { problems: [...new Set(problems)] };

  const known = isGiven(input.person) ? await knownPerson(input.person, context) : undefined;
  // A relation is told to the 本人 of the household: to somebody else of it, it would be written down wrong.
  if (known?.household !== undefined && !known.isSelf && input.members.length > 0)
    return {
      problems: ['この人は、すでにある世帯の本人ではありません。世帯構成は記入せずに受け付けてください。'],
    };
  if (isGiven(input.consentId)) {
    const consent = known && (await consentInSight(input.consentId, context, FIELD));
    if (!consent || consent.row.subjectId !== known.id)
      return { problems: ['示された同意の記録が、本人の記録の中に見つかりません。'] };
  }
  if (self?.ok && !input.isSomebodyElse) {
    const like = await possiblyKnown(self.value, context, FIELD);
    if (like.length > 0) return { persons: like.map(personOf) };
  }
  const newPersons = [
    ...(self?.ok && input.newPerson
      ? [{ row: personRow(self.value, input.newPerson), relation: Relation.SELF }]
      : []),
    ...members.flatMap(({ member, checked }) =>
      checked.ok ? [{ row: personRow(checked.value, member), relation: member.relation }] : [],
    ),
  ];
  const opened = await write(input, { known, newPersons, municipality: own.localGovernmentCode }, context);
  const [first] = opened.persons;
  const consentProblems =
    isGiven(input.consent) && first ? await recordWith(input.consent, first, context) : [];
  return { case: await freshCase(opened.row, opened.persons, context), consentProblems };
}

interface Known {
  readonly id: PersonId;
  readonly household: HouseholdId | undefined;
  /** Whether the household is listed from them. */
  readonly isSelf: boolean;
}

/** Somebody with whom the viewer works, and the household in which the viewer may know them. */
async function knownPerson(
  text: string,
  { loaders, scope, recorder, now }: CollaborationContext,
): Promise<Known> {
  const id = askedId(text) as PersonId;
  await scope.admit(id);
  if (!scope.worksWith(id)) return absent(recorder, Category.IDENTITY, FIELD);
  const households = (await loaders.facts.householdsOf([id], japanDate(now))).filter(
    ({ personId, householdId }) => personId === id && scope.membersOf(householdId).includes(id),
  );
  const household = households.find(({ kind }) => kind === HouseholdKind.SUPPORT) ?? households[0];
  return { id, household: household?.householdId, isSelf: household?.relation === Relation.SELF };
}

async function write(
  input: ConsultationInput,
  {
    known,
    newPersons,
    municipality,
  }: {
    readonly known: Known | undefined;
    readonly newPersons: readonly { readonly row: PersonRow; readonly relation: Relation }[];
    readonly municipality: string;
  },
  context: CollaborationContext,
): Promise<OpenedCase> {
  const { viewer, now } = context;
  const intakeId = newId('in');
  const persons = [...(known ? [known.id] : []), ...newPersons.map(({ row }) => row.id)];
  let opened: OpenedCase | undefined;
  await change(context, linesOf(persons, Category.INTAKE, FIELD, intakeId), async (transaction) => {
    opened = await openCase(
      transaction,
      {
        municipality,
        household: known?.household,
        knownSelf: known?.id,
        newPersons,
        seat: { role: seatRole(viewer), staffName: input.receivedBy.trim() },
      },
      context,
    );
    const [self] = opened.persons;
    if (!self) throw new HubError(ErrorCode.INTERNAL, 'A consultation is about nobody.');
    await transaction.insert(IntakeRow, {
      id: intakeId,
      caseId: opened.row.id,
      officeCode: viewer.office,
      staffId: viewer.staffId,
      receivedBy: input.receivedBy.trim(),
      receivedAt: now,
      channel: input.channel,
      visitor: input.visitor,
      visitorName: textOf(input.visitorName),
      selfId: self,
      chiefComplaint: input.chiefComplaint.trim(),
      urgency: input.urgency,
      contactable: input.contactable,
      contactWhen: textOf(input.contactWhen),
      interpreter: input.interpreter,
      withConsent: isGiven(input.consent) || isGiven(input.consentId),
    });
    await transaction.insert(
      IntakePersonRow,
      persons.map((personId) => ({ intakeId, personId })),
    );
    await insertIssues(transaction, input.issues, { row: opened.row, self, household: persons }, context);
  });
  if (!opened) throw new HubError(ErrorCode.INTERNAL, 'A consultation was not written.');
  return opened;
}

/** The consent is a paper of its own: where it is wrong, the consultation stands and nothing that was said is lost. */
async function recordWith(
  consent: NonNullable<ConsultationInput['consent']>,
  subject: PersonId,
  context: CollaborationContext,
): Promise<readonly string[]> {
  try {
    const recorded = await recordConsent({ ...consent, subject }, ConsentState.GIVEN, context);
    return 'problems' in recorded ? recorded.problems : [];
  } catch (error) {
    // An error would say that nothing was received, and it would be sent again.
    if (error instanceof HubError && error.httpStatus < 500) return [error.message];
    throw error;
  }
}

const personRow = (
  { name, kana, romanName, birthDate, birthAsGiven, phone }: CheckedPerson,
  input: NewPersonInput,
): PersonRow =>
  Object.assign(new PersonRow(), {
    id: newId('p') as PersonId,
    name,
    kana,
    romanName,
    birthDate,
    birthAsGiven,
    sex: input.sex,
    address: textOf(input.address),
    phone,
    nationality: null,
    languages: input.languages.length === 0 ? null : input.languages.join(','),
    languageNeed: textOf(input.languageNeed),
    deceasedOn: null,
    searchKey: [name, kana ?? '', romanName ?? ''].map(searchKey).join(' '),
  });
