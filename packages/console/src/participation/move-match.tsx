import { useState, type ReactNode } from 'react';
import { Conflict } from '../form/conflict.js';
import { Form } from '../form/form.js';
import { Choice, DateInput, TextInput } from '../form/inputs.js';
import { filled, isoDate } from '../form/plain.js';
import { ParticipationMove, type ParticipationMatchState } from '../generated/operations.js';
import { NotDone, useChange } from '../hub/change.js';
import type { Fact } from '../ui/facts.js';
import { useSay } from '../ui/said.js';
import { word } from '../words/words.js';
import { matchFacts, newestOf } from './match-conflict.js';
import { goesOn, matchFollowers } from './match-steps.js';
import type { Match } from './participation-page.js';

interface MoveValues {
  state: ParticipationMatchState | '';
  reason: string;
  followUpOn: string;
}

/** Takes a match a step on: a trial, settled, declined or ended. */
export function MoveMatch({
  match,
  onDone,
}: {
  readonly match: Match;
  readonly onDone: () => void;
}): ReactNode {
  const move = useChange(ParticipationMove);
  const { say } = useSay();
  const [now, setNow] = useState(match);
  const [conflict, setConflict] = useState<{
    readonly now: readonly Fact[];
    readonly mine: readonly Fact[];
  }>();
  return (
    <Form<MoveValues>
      draft={`match:${match.id}`}
      start={{ state: '', reason: '', followUpOn: '' }}
      action="記録する"
      onSend={async ({ state, reason, followUpOn }) => {
        if (state === '') return;
        const answer = await move({
          match: match.id,
          input: {
            state,
            reason: filled(reason),
            followUpOn: isoDate(followUpOn),
            expectedVersion: now.version ?? 0,
          },
        });
        if (answer.__typename === 'ParticipationChangedMeanwhile') {
          const newest = newestOf(answer.newest, match.id);
          setConflict({
            now: matchFacts(newest),
            mine: [
              ['状態', word('ParticipationMatchState', state)],
              ['理由', reason],
              ['次のフォローアップ', followUpOn],
            ],
          });
          setNow(newest ?? now);
          throw new NotDone(['ほかの人が先に進めました。下で見比べて、もう一度送ってください。']);
        }
        say('マッチングを記録しました');
        onDone();
      }}
    >
      {(form) => (
        <>
          {conflict && <Conflict now={conflict.now} mine={conflict.mine} />}
          <Choice
            name="state"
            label="次の状態"
            isRequired
            options={(now.state ? matchFollowers[now.state] : []).map((value) => ({
              value,
              label: word('ParticipationMatchState', value),
            }))}
          />
          {goesOn(form.watch('state')) ? (
            <DateInput name="followUpOn" label="次のフォローアップ" isRequired />
          ) : (
            <TextInput name="reason" label="見送り・終了の理由" isRequired lines={3} />
          )}
        </>
      )}
    </Form>
  );
}
