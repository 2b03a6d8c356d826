import type { HouseholdRolesQuery } from '../generated/operations.js';
import { word } from '../words/words.js';
import type { OfficeNames } from './happening.js';

export type Cases = NonNullable<NonNullable<HouseholdRolesQuery['household']>['cases']>;

/** Who does what for whom until when, whichever paper says it. */
export interface PartPlayed {
  readonly key: string;
  readonly office: { readonly code: string; readonly name: string };
  readonly worker: string | undefined;
  readonly what: string;
  readonly isLead: boolean;
  /** Nobody has taken it over yet. */
  readonly needsWorker: boolean;
  /** Of whom it speaks; nothing for everyone. */
  readonly persons: readonly string[] | undefined;
  /** The last day, `YYYY-MM-DD`. */
  readonly until: string | undefined;
  /** A seat without an end goes on; a task without one has not been given any. */
  readonly isOngoing: boolean;
  readonly isDone: boolean;
  readonly from: { readonly label: string; readonly to: string };
}

interface Named {
  readonly id: string;
}
const idsOf = (persons: readonly Named[] | null): readonly string[] | undefined =>
  persons?.map(({ id }) => id);

/** Seats, what conferences agreed on and what plans gave out, as one list. */
export function partsPlayed(cases: Cases, offices: OfficeNames, today: string): readonly PartPlayed[] {
  const nameOf = (code: string): string => offices.get(code) ?? code;
  return cases.flatMap(({ id: of, number, roster, conferenceRoles, plans }) => [
    ...(roster ?? []).map((seat): PartPlayed => {
      const code = seat.office?.code ?? '';
      return {
        key: `seat ${seat.id}`,
        office: { code, name: seat.office?.name ?? nameOf(code) },
        worker: seat.staffName ?? undefined,
        what: [seat.duty && word('Duty', seat.duty), seat.dutyNote].filter(Boolean).join(':'),
        isLead: seat.responsibility === 'LEAD',
        needsWorker: seat.needsWorker === true,
        persons: idsOf(seat.persons),
        until: seat.to ?? undefined,
        isOngoing: seat.to === null,
        isDone: seat.to !== null && seat.to < today,
        from: { label: `支援体制${number ? ` ${number}` : ''}`, to: `/cases/${of}` },
      };
    }),
    ...conferenceRoles.map((role, at): PartPlayed => ({
      key: `role ${of} ${at}`,
      office: { code: role.office ?? '', name: nameOf(role.office ?? '') },
      worker: undefined,
      what: role.what ?? '',
      isLead: false,
      needsWorker: false,
      persons: idsOf(role.persons),
      until: role.until ?? undefined,
      isOngoing: false,
      isDone: false,
      from: { label: '会議', to: `/conferences/${role.conference}` },
    })),
    ...(plans ?? []).flatMap((plan) =>
      (plan.items ?? []).map((item): PartPlayed => {
        const code = item.office?.code ?? '';
        return {
          key: `item ${item.id}`,
          office: { code, name: item.office?.name ?? nameOf(code) },
          worker: undefined,
          what: [item.content, item.frequency].filter(Boolean).join(' '),
          isLead: false,
          needsWorker: false,
          persons: idsOf(item.persons),
          until: item.dueOn ?? undefined,
          isOngoing: false,
          isDone: item.state === 'DONE' || item.state === 'CANNOT_DO',
          from: { label: '支援プラン', to: `/plans/${plan.id}` },
        };
      }),
    ),
  ]);
}

export interface Group<Of> {
  readonly of: Of;
  readonly parts: readonly PartPlayed[];
}

/** Office by office, those that lead first, then in the order of their names. */
export function byOffice(parts: readonly PartPlayed[]): readonly Group<PartPlayed['office']>[] {
  const offices = new Map(parts.map(({ office }) => [office.code, office]));
  return [...offices.values()]
    .map((of) => ({ of, parts: parts.filter(({ office }) => office.code === of.code) }))
    .sort((one, other) => {
      const leads = Number(leadsIn(other.parts)) - Number(leadsIn(one.parts));
      return leads === 0 ? one.of.name.localeCompare(other.of.name, 'ja') : leads;
    });
}

const leadsIn = (parts: readonly PartPlayed[]): boolean => parts.some(({ isLead }) => isLead);

/** Person by person; what is for everyone stands with each. */
export const byPerson = (
  parts: readonly PartPlayed[],
  persons: readonly string[],
): readonly Group<string>[] =>
  persons.map((of) => ({
    of,
    parts: parts.filter((part) => part.persons === undefined || part.persons.includes(of)),
  }));
