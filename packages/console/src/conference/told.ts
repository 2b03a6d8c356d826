import type { ConferenceSaveMinutesMutation } from '../generated/operations.js';
import { NotDone } from '../hub/change.js';
import { moment } from '../words/words.js';
import type { Named } from '../ui/persons.js';

type Answer = Exclude<
  ConferenceSaveMinutesMutation['saveConferenceMinutes'],
  { readonly problems: unknown } | null | undefined
>;
export type ChangedMinutes = Extract<Answer, { readonly __typename: 'MinutesChanged' }>;

/**
 * The id of the conference that was recorded.
 * @throws {NotDone} when it was not; what stands in the way is given to the page, the form keeps what was typed
 */
export function recordedConference(
  answer: Answer,
  {
    onMissing,
    onChanged,
  }: {
    readonly onMissing?: (persons: readonly Named[]) => void;
    readonly onChanged?: (changed: ChangedMinutes) => void;
  } = {},
): string {
  switch (answer.__typename) {
    case 'ConferenceRecorded':
      return answer.conference.id;
    case 'ConferenceConsentMissing':
      onMissing?.(answer.persons);
      throw new NotDone(['会議で情報を使うことに同意していない人がいます。']);
    case 'ConferenceSessionOver':
      throw new NotDone([`この場は ${moment(answer.since)} に終わりました。記録は加えられません。`]);
    case 'MinutesChanged':
      onChanged?.(answer);
      throw new NotDone(['ほかの人が先に会議録を保存しました。下で見比べて、もう一度保存してください。']);
  }
}

type SessionAnswer =
  | { readonly __typename: 'SessionRecorded'; readonly session: { readonly id: string } }
  | { readonly __typename: 'SessionAlreadyOver'; readonly since: string };

/** The id of the session that was changed. @throws {NotDone} when it was over already */
export function recordedSession(answer: SessionAnswer): string {
  if (answer.__typename === 'SessionRecorded') return answer.session.id;
  throw new NotDone([`この場は ${moment(answer.since)} に終わりました。`]);
}
