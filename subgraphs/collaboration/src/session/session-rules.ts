import { reasonProblems } from '../reason.js';
import type { ConveneSessionInput, SessionMemberInput } from './session-input.js';
import { isAbuseResponse, maxSessionDays } from './session-basis.js';

const DAY_MS = 86_400_000;
/** Days before a session at which it may be convened, so that members can accept their duty in time. Our own choice. */
export const MAX_DAYS_AHEAD = 60;

/** What the paper says, checked: or why the session cannot be convened, in words for who convenes it. */
export type CheckedSession =
  | { readonly ok: true; readonly opensAt: Date; readonly closesAt: Date }
  | { readonly ok: false; readonly problems: readonly string[] };

/** What a session is checked against. */
export interface SessionSetting {
  /** Codes of the offices in the directory. */
  readonly offices: ReadonlySet<string>;
  /** Those on the agenda of whom the viewer may know. */
  readonly persons: readonly string[];
  readonly now: Date;
}

export function checkSession(
  input: Omit<ConveneSessionInput, 'households' | 'categories'>,
  setting: SessionSetting,
): CheckedSession {
  const { now } = setting;
  const opensAt = input.opensAt ?? now;
  const { closesAt } = input;
  const problems = [
    ...windowProblems({ opensAt, closesAt }, input, setting),
    ...reasonProblems(input.whyNoConsent),
    ...rosterProblems(input.members, setting.offices),
    ...suspicionProblems(input, setting),
  ];
  return problems.length > 0
    ? { ok: false, problems: [...new Set(problems)] }
    : { ok: true, opensAt, closesAt };
}

function windowProblems(
  { opensAt, closesAt }: { readonly opensAt: Date; readonly closesAt: Date },
  { basis }: Pick<ConveneSessionInput, 'basis'>,
  { now }: Pick<SessionSetting, 'now'>,
): readonly string[] {
  const days = maxSessionDays[basis];
  // Asked this way round, so that a date that is none is a problem too.
  if (!(opensAt.getTime() >= now.getTime())) return ['開始日時が過ぎています。'];
  if (!(opensAt.getTime() <= now.getTime() + MAX_DAYS_AHEAD * DAY_MS))
    return [`開始日時は${MAX_DAYS_AHEAD}日以内にしてください。`];
  if (!(closesAt.getTime() > opensAt.getTime())) return ['終了日時は開始日時より後にしてください。'];
  return closesAt.getTime() <= opensAt.getTime() + days * DAY_MS
    ? []
    : [`この場の期間は${days}日以内にしてください。`];
}

/** Why these cannot be put on a roster. */
export function rosterProblems(
  members: readonly SessionMemberInput[],
  offices: ReadonlySet<string>,
): readonly string[] {
  const seats = members.map(({ staff, office }) => `${staff} ${office}`);
  return [
    ...members
      .filter(({ office }) => !offices.has(office))
      .map(({ office }) => `機関「${office}」は登録されていません。`),
    ...members
      .filter((_, at) => seats.indexOf(seats[at] ?? '') !== at)
      .map(({ staff }) => `職員「${staff}」が名簿に重複しています。`),
    ...(members.some(({ name }) => name.trim() === '') ? ['構成員の氏名を記入してください。'] : []),
  ];
}

function suspicionProblems(
  { basis, suspicions }: Pick<ConveneSessionInput, 'basis' | 'suspicions'>,
  { persons }: SessionSetting,
): readonly string[] {
  if (suspicions.length > 0 && !isAbuseResponse(basis))
    return ['虐待の疑いは、虐待への対応の場にだけ記録できます。'];
  return [
    // The same words for a stranger, somebody hidden and nobody.
    ...(suspicions.some(({ person }) => !persons.includes(person))
      ? ['虐待の疑いの本人が、議題の世帯の人ではありません。']
      : []),
    ...(suspicions.some(({ person, suspect }) => person === suspect) ? ['本人と疑われる人が同じです。'] : []),
  ];
}
