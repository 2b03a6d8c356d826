import { wareki } from '@kasane/vocabulary';
import type { HouseholdTimelineQuery } from '../generated/operations.js';
import { moment, todayInJapan, word } from '../words/words.js';

export type Happening = NonNullable<HouseholdTimelineQuery['household']>['timeline']['edges'][number]['node'];

/** What happened, in words: a line, what more is known, and where there is more of it. */
export interface InWords {
  readonly what: string;
  readonly more: readonly string[];
  readonly to?: string;
}

/** Names of offices by their code. */
export type OfficeNames = ReadonlyMap<string, string>;

/** What is not told stays away; a happening of which nothing is told keeps its kind. */
export function inWords(happening: Happening, offices: OfficeNames): InWords {
  const { kind, step, rosterChange, note, consent, session, entry } = happening;
  const officeOf = (code: string | null | undefined): string => (code ? (offices.get(code) ?? code) : '');
  const lines = (...all: readonly (string | null | undefined | false)[]): readonly string[] =>
    all.filter((line): line is string => Boolean(line));
  if (step)
    return {
      what: lines(step.from && word('CaseStatus', step.from), step.to && word('CaseStatus', step.to)).join(
        ' → ',
      ),
      more: lines(officeOf(step.office), step.reason),
    };
  if (rosterChange)
    return {
      what: lines(
        rosterChange.kind && word('RosterChangeKind', rosterChange.kind),
        officeOf(rosterChange.seatOffice),
      ).join(':'),
      more: lines(rosterChange.on && `効力の日 ${wareki(rosterChange.on)}`, rosterChange.reason),
    };
  if (note?.newest) {
    const { method, counterpart, content, nextStep, nextOn, office } = note.newest;
    return {
      what: lines(method && word('CaseNoteMethod', method), counterpart).join(' '),
      more: lines(
        content,
        nextStep && `次にすること:${nextStep}${nextOn ? `(${wareki(nextOn)})` : ''}`,
        officeOf(office),
      ),
    };
  }
  if (consent)
    return {
      what: consent.state ? word('ConsentState', consent.state) : '',
      more: lines(
        consent.expression && word('ConsentExpression', consent.expression),
        consent.validUntil && `${moment(consent.validUntil)}まで`,
      ),
    };
  if (session)
    return {
      what: word('SessionBasis', session.basis),
      more: [`${moment(session.opensAt)} から ${moment(session.closesAt)} まで`],
      to: `/sessions/${session.id}`,
    };
  if (entry) {
    const place = placeOf(kind, entry.of);
    return {
      what: lines(
        entry.planState && word('PlanState', entry.planState),
        entry.referralState && word('ReferralState', entry.referralState),
        entry.conferenceKind && word('ConferenceKind', entry.conferenceKind),
        entry.contactMethod && word('OutreachContactMethod', entry.contactMethod),
        entry.matchState && word('ParticipationMatchState', entry.matchState),
      ).join(' '),
      more: lines(officeOf(entry.office)),
      ...(place !== undefined && { to: place }),
    };
  }
  return { what: '', more: [] };
}

function placeOf(kind: Happening['kind'], of: string): string | undefined {
  switch (kind) {
    case 'INTAKE':
      return `/cases/${of}`;
    case 'REFERRAL':
      return `/referrals/${of}`;
    case 'CONFERENCE':
      return `/conferences/${of}`;
    case 'PLAN':
      return `/plans/${of}`;
    default:
      return undefined;
  }
}

/** By month in Japan, in the order in which they come: `令和8年11月`. */
export function byMonth(
  happenings: readonly Happening[],
): readonly { readonly month: string; readonly happenings: readonly Happening[] }[] {
  const months = new Map<string, Happening[]>();
  for (const each of happenings) {
    const month = wareki(todayInJapan(new Date(each.at))).replace(/\d+日$/, '');
    months.set(month, [...(months.get(month) ?? []), each]);
  }
  return [...months].map(([month, of]) => ({ month, happenings: of }));
}
