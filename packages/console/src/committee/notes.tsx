import { useState, type ReactNode } from 'react';
import { Conflict } from '../form/conflict.js';
import { Form } from '../form/form.js';
import { TextInput } from '../form/inputs.js';
import {
  CommitteeWriteNote,
  type CommitteeIndicatorsQuery,
  type PdcaStage,
} from '../generated/operations.js';
import { NotDone, useChange } from '../hub/change.js';
import { Button } from '../ui/button.js';
import { useSay } from '../ui/said.js';
import { choices, moment, word } from '../words/words.js';

type Note = CommitteeIndicatorsQuery['indicators']['notes'][number];

interface NotesProps {
  readonly municipality: string;
  readonly year: number;
  readonly onWritten: () => void;
}

/** PDCA: what the committee plans, did, found and changes in a year. */
export function Notes({
  notes,
  mayWrite,
  onWritten,
  ...of
}: NotesProps & { readonly notes: readonly Note[]; readonly mayWrite: boolean }): ReactNode {
  const [writing, setWriting] = useState<PdcaStage>();
  return (
    <section aria-labelledby="notes">
      <h2 id="notes">計画・実施・評価・改善(PDCA)</h2>
      {choices('PdcaStage').map(({ value: stage, label }) => {
        const note = notes.find((each) => each.stage === stage);
        return (
          <section key={stage} aria-label={label}>
            <h3>{label}</h3>
            {note ? (
              <>
                <p className="words">{note.words}</p>
                <p className="quiet">
                  第{note.version}版 {moment(note.writtenAt)}
                </p>
              </>
            ) : (
              <p className="quiet">まだ記入されていません。</p>
            )}
            {mayWrite &&
              (writing === stage ? (
                <NoteForm
                  {...of}
                  stage={stage}
                  note={note}
                  onWritten={() => {
                    setWriting(undefined);
                    onWritten();
                  }}
                />
              ) : (
                <div className="no-print">
                  <Button onPress={() => setWriting(stage)}>{label}を書く</Button>
                </div>
              ))}
          </section>
        );
      })}
    </section>
  );
}

interface Written {
  readonly words: string;
  /** Which version was before the writer's eyes, also where a draft is taken up again later. */
  readonly seen: number;
}

function NoteForm({
  municipality,
  year,
  stage,
  note,
  onWritten,
}: NotesProps & { readonly stage: PdcaStage; readonly note: Note | undefined }): ReactNode {
  const write = useChange(CommitteeWriteNote);
  const { say } = useSay();
  const [overtaken, setOvertaken] = useState<{
    readonly newest: Omit<Note, '__typename'>;
    readonly mine: string;
  }>();
  return (
    <Form<Written>
      draft={`committee-note:${municipality}-${year}-${stage}`}
      start={{ words: note?.words ?? '', seen: note?.version ?? 0 }}
      action="記入する"
      onSend={async ({ words, seen }) => {
        const told = await write({
          input: {
            municipality,
            fiscalYear: year,
            stage,
            words,
            expectedVersion: Math.max(seen, overtaken?.newest.version ?? 0),
          },
        });
        if (told.__typename === 'PromotionNoteChanged') {
          if (told.newest) setOvertaken({ newest: told.newest, mine: words });
          throw new NotDone(['ほかの人が先に書きました。下で見比べて、直してから、もう一度送ってください。']);
        }
        say('記入しました');
        onWritten();
      }}
    >
      {overtaken && (
        <Conflict
          now={[
            ['内容', overtaken.newest.words],
            ['いつ', moment(overtaken.newest.writtenAt)],
          ]}
          mine={[['内容', overtaken.mine]]}
        />
      )}
      <TextInput
        name="words"
        label={`${word('PdcaStage', stage)}の内容`}
        hint="事業について書きます。個人のことは書きません"
        isRequired
        lines={8}
        max={20_000}
      />
    </Form>
  );
}
