import { wareki } from '@kasane/vocabulary';
import { useState, type ReactNode } from 'react';
import { Conflict } from '../form/conflict.js';
import { Form } from '../form/form.js';
import { Choice, DateInput, TextInput } from '../form/inputs.js';
import { isoDate } from '../form/plain.js';
import { ParticipationFollow, type ParticipationFollowUpOf } from '../generated/operations.js';
import { NotDone, useChange } from '../hub/change.js';
import type { Fact } from '../ui/facts.js';
import { useSay } from '../ui/said.js';
import { choices, todayInJapan } from '../words/words.js';
import { matchFacts, newestOf } from './match-conflict.js';
import { goesOn } from './match-steps.js';
import type { Match } from './participation-page.js';

interface FollowUpValues {
  of: ParticipationFollowUpOf;
  on: string;
  words: string;
  followUpOn: string;
}

/** フォローアップ: how it goes, as the person or the host says. */
export function FollowUp({
  match,
  onDone,
}: {
  readonly match: Match;
  readonly onDone: () => void;
}): ReactNode {
  const follow = useChange(ParticipationFollow);
  const { say } = useSay();
  const [version, setVersion] = useState(match.version ?? 0);
  const [conflict, setConflict] = useState<{
    readonly now: readonly Fact[];
    readonly mine: readonly Fact[];
  }>();
  return (
    <Form<FollowUpValues>
      draft={`follow-up:${match.id}`}
      start={{ on: wareki(todayInJapan()), words: '', followUpOn: '' }}
      action="記録する"
      onSend={async ({ of, on, words, followUpOn }) => {
        const answer = await follow({
          match: match.id,
          input: {
            of,
            on: isoDate(on) ?? '',
            words: words.trim(),
            followUpOn: isoDate(followUpOn),
            expectedVersion: version,
          },
        });
        if (answer.__typename === 'ParticipationChangedMeanwhile') {
          const newest = newestOf(answer.newest, match.id);
          setConflict({
            now: matchFacts(newest),
            mine: [
              ['内容', words],
              ['次のフォローアップ', followUpOn],
            ],
          });
          setVersion(newest?.version ?? version);
          throw new NotDone(['ほかの人が先に記録しました。下で見比べて、もう一度送ってください。']);
        }
        say('フォローアップを記録しました');
        onDone();
      }}
    >
      {conflict && <Conflict now={conflict.now} mine={conflict.mine} />}
      <Choice name="of" label="相手" isRequired options={choices('ParticipationFollowUpOf')} />
      <DateInput name="on" label="日付" isRequired />
      <TextInput name="words" label="内容" isRequired lines={4} />
      <DateInput
        name="followUpOn"
        label="次のフォローアップ"
        isRequired={match.state !== null && goesOn(match.state)}
      />
    </Form>
  );
}
