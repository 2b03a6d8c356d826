import type { HouseholdEcomapQuery } from '../../generated/operations.js';

type Case = NonNullable<NonNullable<HouseholdEcomapQuery['household']>['cases']>[number];
type Seat = NonNullable<Case['roster']>[number];
type OutreachOf = NonNullable<Case['outreaches']>[number];
type MatchOf = NonNullable<NonNullable<Case['participations']>[number]['matches']>[number];
export type OfficeOf = NonNullable<Seat['office']>;

/** What a sector answers of who is responsible for each member. What is withheld and what is not there are `null` alike. */
export interface InvolvementAnswer {
  readonly household: {
    readonly members:
      | readonly {
          readonly person: {
            readonly id: string;
            readonly record?: { readonly responsibilities: readonly Responsible[] | null } | null;
          } | null;
        }[]
      | null;
  } | null;
}

export interface Responsible {
  readonly office: OfficeOf | null;
  readonly staffName?: string | null;
  readonly role?: 'LEAD' | 'DEPUTY' | null;
  readonly from?: string | null;
  readonly to?: string | null;
}

interface Every {
  /** For whom; absent when it is for all of the household. */
  readonly persons: readonly string[] | undefined;
  readonly since: string | null;
  readonly until: string | null;
  readonly staffName?: string | null;
}

/** One reason for which a resource is in the map, from one record. */
export type Tie =
  | (Every & {
      readonly of: 'seat';
      readonly caseNumber: string | null;
      readonly responsibility: Seat['responsibility'];
      readonly duty: Seat['duty'];
      readonly dutyNote: string | null;
      readonly needsWorker: boolean;
    })
  | (Every & { readonly of: 'sector'; readonly role: 'LEAD' | 'DEPUTY' | null })
  | (Every & { readonly of: 'conference'; readonly conference: string | null; readonly what: string | null })
  | (Every & { readonly of: 'outreach'; readonly stage: OutreachOf['stage'] })
  | (Every & { readonly of: 'participation' })
  | (Every & { readonly of: 'place'; readonly state: MatchOf['state']; readonly menu: string | null });

/** How a tie is drawn, as far as the records say: never how well two get on, which no record tells. */
export type Strength = 'lead' | 'normal' | 'notYet';

/** Somebody or something around the household. */
export interface Resource {
  readonly key: string;
  readonly name: string | null;
  readonly kind: OfficeOf['kind'] | 'HOST';
  readonly strength: Strength;
  readonly ties: readonly Tie[];
}

export interface ResourcesOf {
  readonly cases: readonly Case[];
  readonly involvements: readonly InvolvementAnswer[];
  /** Offices whose names nothing else tells, by their published facts. */
  readonly offices: readonly OfficeOf[];
  /** Ids of the sectors, in the order in which they stand round the household. */
  readonly sectors: readonly string[];
  /** `YYYY-MM-DD` */
  readonly today: string;
  /** Only what is there for this member. */
  readonly person?: string | undefined;
}

/**
 * Everybody around a household today, sector by sector and then by code: the same family has the same map. What is
 * over is left out, and so is whatever the answers do not name: it leaves no stub.
 */
export function resourcesOf({ today, person, ...answers }: ResourcesOf): readonly Resource[] {
  const found = new Map<string, Place & { readonly ties: Tie[] }>();
  for (const { at, tie } of tiesOf(answers)) {
    if (tie.until !== null && tie.until < today) continue;
    if (person !== undefined && tie.persons && !tie.persons.includes(person)) continue;
    const known = found.get(at.key);
    const same = known?.ties.find((other) => sayTheSame(other, tie));
    if (same) known?.ties.splice(known.ties.indexOf(same), 1, forBoth(same, tie));
    else if (known) known.ties.push(tie);
    else found.set(at.key, { ...at, ties: [tie] });
  }
  return [...found.values()]
    .sort((one, other) => one.rank - other.rank || compare(one.key, other.key))
    .map(({ key, office, ties }) => ({ key, ...office, ties, strength: strongest(ties, today) }));
}

/** A sector has a record for each person; where they say the same, they are one row. */
const sayTheSame = (one: Tie, other: Tie): boolean =>
  one.of === 'sector' &&
  JSON.stringify({ ...one, persons: [] }) === JSON.stringify({ ...other, persons: [] });

const forBoth = (one: Tie, other: Tie): Tie => ({
  ...one,
  persons: [...new Set([...(one.persons ?? []), ...(other.persons ?? [])])],
});

interface Place {
  readonly key: string;
  readonly rank: number;
  readonly office: Pick<Resource, 'name' | 'kind'>;
}

function tiesOf({
  cases,
  involvements,
  offices,
  sectors,
}: Omit<ResourcesOf, 'today' | 'person'>): readonly { readonly at: Place; readonly tie: Tie }[] {
  const placeOf = ({ code, name, kind, sector }: OfficeOf): Place => {
    const rank = sector === null ? -1 : sectors.indexOf(sector);
    return { key: `office ${code}`, rank: rank < 0 ? sectors.length : rank, office: { name, kind } };
  };
  const ties: { readonly at: Place; readonly tie: Tie }[] = [];
  const add = (office: OfficeOf | null | undefined, tie: Tie): void => {
    if (office) ties.push({ at: placeOf(office), tie });
  };
  const open = cases.filter(({ closedOn }) => closedOn === null);
  for (const each of open) {
    for (const seat of each.roster ?? [])
      add(seat.office, {
        of: 'seat',
        caseNumber: each.number,
        responsibility: seat.responsibility,
        duty: seat.duty,
        dutyNote: seat.dutyNote,
        needsWorker: seat.needsWorker === true,
        staffName: seat.staffName,
        persons: seat.persons?.map(({ id }) => id),
        since: seat.from,
        until: seat.to,
      });
    for (const { office, stage, person, foundOn } of each.outreaches ?? [])
      add(office, { of: 'outreach', stage, persons: idsOf(person), since: foundOn, until: null });
    for (const { office, person, matches } of each.participations ?? []) {
      const persons = idsOf(person);
      add(office, { of: 'participation', persons, since: null, until: null });
      for (const { id, state, sinceOn, hostName, menu } of matches ?? []) {
        if (hostName === null || state === 'DECLINED' || state === 'ENDED') continue;
        ties.push({
          at: { key: `host ${id}`, rank: sectors.length + 1, office: { name: hostName, kind: 'HOST' } },
          tie: { of: 'place', state, menu: menu?.title ?? null, persons, since: sinceOn, until: null },
        });
      }
    }
  }
  for (const { household } of involvements)
    for (const { person } of household?.members ?? [])
      for (const { office, staffName = null, role = null, from = null, to = null } of person?.record
        ?.responsibilities ?? [])
        add(office, { of: 'sector', role, staffName, persons: idsOf(person), since: from, until: to });

  // A role names its office by code alone.
  const byCode = new Map(
    [...offices, ...open.flatMap(({ roster }) => (roster ?? []).flatMap(({ office }) => office ?? []))].map(
      (office) => [office.code, office] as const,
    ),
  );
  for (const { conferenceRoles } of open)
    for (const { conference, office, what, until, persons } of conferenceRoles)
      add(office === null ? null : byCode.get(office), {
        of: 'conference',
        conference,
        what,
        persons: persons.length > 0 ? persons.map(({ id }) => id) : undefined,
        since: null,
        until,
      });
  return ties;
}

export function strengthOf(tie: Tie, today: string): Strength {
  if (tie.since !== null && tie.since > today) return 'notYet';
  switch (tie.of) {
    case 'seat':
      if (tie.needsWorker) return 'notYet';
      return tie.responsibility === 'LEAD' ? 'lead' : 'normal';
    case 'sector':
      return tie.role === 'LEAD' ? 'lead' : 'normal';
    case 'outreach':
      return tie.stage === 'IDENTIFIED' || tie.stage === 'ATTEMPTING' || tie.stage === 'PAUSED'
        ? 'notYet'
        : 'normal';
    case 'place':
      return tie.state === 'PROPOSED' ? 'notYet' : 'normal';
    case 'conference':
    case 'participation':
      return 'normal';
  }
}

function strongest(ties: readonly Tie[], today: string): Strength {
  const all = ties.map((tie) => strengthOf(tie, today));
  return all.includes('lead') ? 'lead' : all.includes('normal') ? 'normal' : 'notYet';
}

const idsOf = (person: { readonly id: string } | null): readonly string[] | undefined =>
  person ? [person.id] : undefined;

const compare = (one: string, other: string): number => (one < other ? -1 : one > other ? 1 : 0);

/** Names that tell what nobody else should read over a shoulder: violence at home, an illness, a sentence. */
const telling =
  /DV|配偶者暴力|女性(相談|自立)|婦人|シェルター|児童相談所|一時保護|精神|メンタル|心療|クリニック|医院|病院|依存症|断酒|保護観察|更生保護|刑|被害者|警察/iu;

/** Whether the name of an office is itself a secret of whom it supports: such an office is drawn by its kind. */
export const tellsTooMuch = (name: string): boolean => telling.test(name.normalize('NFKC'));
