import {
  Capacity,
  comesOfAge,
  ConsentEffect,
  ConsentState,
  endOfJapanDay,
  GrantorRelation,
  isWithinTier,
  japanDate,
  Purpose,
  Role,
  Tier,
  tierOf,
} from '@kasane/vocabulary';
import type { Category, PersonId, SectorId } from '@kasane/vocabulary';
import { consentEndAt, consentStateAt, hasEnded, isGiven } from './consent-state.js';
import type { AssignmentFacts, ConsentFacts, ConsentRuleFacts, Facts, SessionFacts } from './facts.js';

/** Something that holds for this viewer now, and until when. */
interface Holding {
  readonly id: string;
  readonly until?: Date | undefined;
}
interface Assignment extends Holding {
  readonly sector: SectorId;
  readonly basicOnly: boolean;
}
/** One rule of a consent. */
interface Line extends Holding {
  readonly rule: ConsentRuleFacts;
  /** When it was last given. */
  readonly givenAt: number;
  /** Otherwise it only stands above what is older. */
  readonly opens: boolean;
}

/**
 * The facts of one person, sorted once so that each of its cells is decided by a few look-ups.
 * Every line here already names this viewer as recipient. Each list has an order that is the same whatever order the
 * facts came in: the longest-lasting first, so that a grant is not cut short by what it does not need; of what was
 * agreed to, and of the noes whose time is over, the newest form first.
 */
export interface PersonFacts {
  readonly id: PersonId;
  readonly facts: Facts;
  readonly assignments: readonly Assignment[];
  readonly agreed: readonly Line[];
  readonly agreedForOtherPurpose: readonly Line[];
  readonly refused: readonly Line[];
  readonly ended: readonly Line[];
  /** The open session that the viewer has entered, bound to secrecy, whatever their purpose. */
  readonly session?: SessionFacts | undefined;
  /** Open sessions about this person whose member the viewer is. */
  readonly memberships: readonly SessionFacts[];
  readonly emergency?: Holding | undefined;
  /** A measure that masks this person from the viewer. */
  readonly mask?: Holding | undefined;
  /** A measure in which the viewer is the other party. */
  readonly restriction?: Holding | undefined;
  readonly conflict?: Holding | undefined;
}

/** Sorts the facts about one person by what they mean to this viewer now. */
export function personFacts(facts: Facts, person: PersonId): PersonFacts {
  const { now, viewer } = facts;
  const assignments = facts.assignments
    .filter((assignment) => assignment.person === person && isAssigned(assignment, facts))
    .map(({ id, sector, basicOnly = false, to }) => ({
      id,
      sector,
      basicOnly,
      until: to === undefined ? undefined : endOfJapanDay(to),
    }))
    .sort(longestFirst);
  const measures = facts.measures.filter((measure) => measure.person === person && isOn(measure, now));
  const memberships = facts.sessions
    .filter(
      (session) =>
        session.subjects.includes(person) && isOpen(session, now) && seatsIn(session, facts).length > 0,
    )
    .sort(byId);
  return {
    id: person,
    facts,
    assignments,
    ...linesOf(facts, person, assignments),
    session: memberships.find((session) => session.id === viewer.conference && isPledged(session, facts)),
    memberships,
    emergency: emergencyOf(facts, person),
    mask: measures.find(({ handlingOffices }) => !handlingOffices.includes(viewer.office)),
    restriction: measures.find(({ restrictedStaff }) => restrictedStaff.includes(viewer.staffId)),
    conflict: facts.conflicts
      .filter((conflict) => conflict.person === person && conflict.staff === viewer.staffId)
      .sort(byId)[0],
  };
}

type Lines = Pick<PersonFacts, 'agreed' | 'agreedForOtherPurpose' | 'refused' | 'ended'>;

function linesOf(facts: Facts, person: PersonId, assignments: readonly Assignment[]): Lines {
  const agreed: Line[] = [];
  const agreedForOtherPurpose: Line[] = [];
  const refused: Line[] = [];
  const ended: Line[] = [];
  for (const consent of facts.consents) {
    if (consent.subject !== person || isFromSuspect(consent, facts)) continue;
    const validUntil = earlier(consentEndAt(consent, facts.now), endOfAuthority(consent, facts));
    const said = consentStateAt(consent, facts.now);
    const state = isGiven(said) && !(facts.now < validUntil) ? ConsentState.EXPIRED : said;
    const opens = isGiven(state) && hasAuthority(consent, facts);
    const givenAt = lastGiven(consent, facts.now);
    const begun = facts.now >= consent.validFrom;
    const forPurpose = consent.purposes.some((purpose) => purpose === facts.viewer.purpose);
    for (const rule of consent.rules) {
      if (!namesViewer(rule, facts, assignments)) continue;
      // Named by role alone, a viewer is a recipient for as long as they are assigned.
      const namedUntil = rule.recipientOffices.length === 0 ? assignments[0]?.until : undefined;
      // The period of a form is that of its yes: a refused form stays refused.
      const until = state === ConsentState.REFUSED ? namedUntil : earlier(validUntil, namedUntil);
      const isPermit = rule.effect === ConsentEffect.PERMIT;
      const line = { id: consent.id, until, rule, givenAt, opens: opens && isPermit };
      if (state === ConsentState.REFUSED || (isGiven(state) && begun && !isPermit)) refused.push(line);
      else if (begun && (isGiven(state) || state === ConsentState.EXPIRED)) {
        // What expired still stands above what it had narrowed: time must not bring back what the person had limited.
        // A no was meant for every purpose.
        if (forPurpose || !isPermit) agreed.push(line);
        else if (opens) agreedForOtherPurpose.push(line);
      }
      if (isPermit && hasEnded(state)) ended.push(line);
    }
  }
  agreed.sort(newestFirst);
  for (const lines of [agreedForOtherPurpose, refused, ended]) lines.sort(longestFirst);
  return { agreed, agreedForOtherPurpose, refused, ended };
}

/** The line that speaks of this cell, the first of its list if there are several. */
export const lineFor = (lines: readonly Line[], sector: SectorId, category: Category): Line | undefined =>
  lines.find(({ rule }) => covers(rule, sector, category));

/**
 * The line by which a consent opens this cell. Of several forms that speak of it the newest decides alone; of several
 * signed at once all must open it, the one that ends first is the evidence: what was agreed to later, and more
 * narrowly, is what the person wants now.
 */
export function agreedLine({ agreed }: PersonFacts, sector: SectorId, category: Category): Line | undefined {
  const speaking = agreed.filter(({ rule }) => speaksOf(rule, sector, category));
  const newest = speaking.filter(({ givenAt }) => givenAt === speaking[0]?.givenAt);
  const opening = newest.filter(({ rule, opens }) => opens && covers(rule, sector, category));
  const forms = [...new Set(newest.map(({ id }) => id))].map(
    (form) => opening.filter(({ id }) => id === form).sort(longestFirst)[0],
  );
  return forms.includes(undefined) ? undefined : forms.sort((a, b) => shortestFirst(a!, b!))[0];
}

const byId = (a: Holding, b: Holding): number => (a.id < b.id ? -1 : 1);
const endOf = ({ until }: Holding): number => until?.getTime() ?? Infinity;
const longestFirst = (a: Holding, b: Holding): number => endOf(b) - endOf(a) || byId(a, b);
export const shortestFirst = (a: Holding, b: Holding): number => endOf(a) - endOf(b) || byId(a, b);
const newestFirst = (a: Line, b: Line): number => b.givenAt - a.givenAt || byId(a, b);

const earlier = (a: Date, b: Date = a): Date => (b < a ? b : a);

const speaksOf = (rule: ConsentRuleFacts, sector: SectorId, category: Category): boolean =>
  rule.categories.includes(category) && rule.sourceSectors.includes(sector);

const covers = (rule: ConsentRuleFacts, sector: SectorId, category: Category): boolean =>
  speaksOf(rule, sector, category) &&
  (rule.effect === ConsentEffect.DENY || isWithinTier(tierOf(category), rule.maxTier));

const lastGiven = ({ events }: ConsentFacts, now: Date): number =>
  events.findLast(({ at, state }) => at <= now && isGiven(state))?.at.getTime() ?? -Infinity;

const isForMinor = ({ grantors }: ConsentFacts): boolean =>
  grantors.length > 0 &&
  grantors.every(
    ({ relation }) =>
      relation === GrantorRelation.PARENTAL_AUTHORITY || relation === GrantorRelation.MINOR_GUARDIAN,
  );

/**
 * Whether it can be told by what authority a form was signed. Where nobody signed, or somebody for a child whose birth
 * date is not known, it cannot: its yes opens nothing, its no still counts.
 */
const hasAuthority = (consent: ConsentFacts, { birthDates }: Facts): boolean =>
  consent.grantors.length > 0 && (!isForMinor(consent) || birthDates.has(consent.subject));

/** When the authority of those who signed ends: who signs for a child signs until it is of age. */
function endOfAuthority(consent: ConsentFacts, { birthDates }: Facts): Date | undefined {
  const birthDate = isForMinor(consent) ? birthDates.get(consent.subject) : undefined;
  return birthDate === undefined ? undefined : comesOfAge(birthDate);
}

/** Whether somebody spoke for the subject who is suspected of abusing them: neither their yes nor their no counts. */
const isFromSuspect = ({ grantors, subject }: ConsentFacts, { suspicions }: Facts): boolean =>
  suspicions.some(
    ({ person, suspect }) =>
      person === subject &&
      // A guardian of whom only a name is known could be the suspect.
      grantors.some(
        (grantor) =>
          grantor.relation !== GrantorRelation.SELF &&
          (grantor.person === undefined || grantor.person === suspect),
      ),
  );

const isOn = (
  { from, to }: { readonly from: string; readonly to?: string | undefined },
  now: Date,
): boolean => {
  const today = japanDate(now);
  return from <= today && (to === undefined || today <= to);
};

/** Own office and own assignment, on this Japanese calendar day; a manager answers for the whole office. */
const isAssigned = (assignment: AssignmentFacts, { viewer, now }: Facts): boolean =>
  assignment.office === viewer.office &&
  (assignment.staff === undefined ||
    assignment.staff === viewer.staffId ||
    viewer.roles.includes(Role.OFFICE_MANAGER)) &&
  isOn(assignment, now);

const isOpen = ({ opensAt, closesAt }: SessionFacts, now: Date): boolean => opensAt <= now && now < closesAt;

/** A member who is on the roster twice has two seats. */
const seatsIn = ({ members }: SessionFacts, { viewer }: Facts): SessionFacts['members'] =>
  members.filter(({ staff, office }) => staff === viewer.staffId && office === viewer.office);

/** Whether the viewer has accepted the duty of confidentiality of a session. */
export const isPledged = (session: SessionFacts, facts: Facts): boolean =>
  seatsIn(session, facts).some(({ pledgedAt }) => pledgedAt !== undefined && pledgedAt <= facts.now);

/** Outsiders see in a session only what was released to it. */
export const isOutsider = ({ viewer }: Facts): boolean =>
  viewer.capacity !== Capacity.CITY_STAFF && viewer.capacity !== Capacity.ENTRUSTED_STAFF;

function emergencyOf({ emergencies, viewer, now }: Facts, person: PersonId): Holding | undefined {
  if (viewer.purpose !== Purpose.EMERGENCY || !viewer.emergencyReason?.trim()) return undefined;
  return emergencies
    .filter(
      (one) => one.person === person && one.staff === viewer.staffId && one.from <= now && now < one.until,
    )
    .sort(longestFirst)[0];
}

function namesViewer(rule: ConsentRuleFacts, { viewer }: Facts, assignments: readonly Assignment[]): boolean {
  const byRole = rule.recipientRoles.some((role) => viewer.roles.includes(role));
  if (rule.recipientOffices.length === 0) return byRole && assignments.length > 0;
  return rule.recipientOffices.includes(viewer.office) && (rule.recipientRoles.length === 0 || byRole);
}

/** T4 is released item by item by its owner, never by a general consent. */
export const isClosed = (category: Category): boolean => tierOf(category) === Tier.T4;
