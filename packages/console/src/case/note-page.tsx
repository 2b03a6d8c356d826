import { useState, type ReactNode } from 'react';
import { useNavigate, useSearchParams } from 'react-router';
import { Conflict } from '../form/conflict.js';
import { Form } from '../form/form.js';
import { Choice, Choices, DateInput, Select, TextInput } from '../form/inputs.js';
import { filled } from '../form/plain.js';
import { TimeInput } from '../form/time-input.js';
import {
  CaseAddNote,
  CaseBrief,
  CaseReviseNote,
  type CaseBriefQuery,
  type CaseNoteWordsFragment,
} from '../generated/operations.js';
import { useAsked } from '../hub/asked.js';
import { NotDone, useChange } from '../hub/change.js';
import { useOffices } from '../office/offices.js';
import { useSession } from '../session/session.js';
import { useSay } from '../ui/said.js';
import { Notice } from '../ui/notice.js';
import { Skeleton } from '../ui/waiting.js';
import { choices } from '../words/words.js';
import { personOptions } from '../ui/persons.js';
import { CaseFrame, useCaseId } from './case-frame.js';
import styles from './case.module.css';
import { noteFacts } from './note-facts.js';
import { blankNote, MAX_NOTE, noteInput, noteToRevise, readMinutes, type NoteValues } from './note-form.js';
import { useNote } from './use-note.js';

type Found = NonNullable<CaseBriefQuery['supportCase']>;

/** 支援経過を書く; with `?note=` the next version of one of the own office. */
export function Component(): ReactNode {
  const asked = useAsked(CaseBrief, { id: useCaseId() });
  const [search] = useSearchParams();
  const noteId = search.get('note');
  return (
    <CaseFrame title={noteId ? '支援経過を訂正する' : '支援経過を書く'} asked={asked}>
      {(found) => (noteId ? <Revising found={found} noteId={noteId} /> : <NoteForm found={found} />)}
    </CaseFrame>
  );
}

function Revising({ found, noteId }: { readonly found: Found; readonly noteId: string }): ReactNode {
  const { note, isAsking } = useNote(useCaseId(), noteId);
  if (isAsking) return <Skeleton lines={8} />;
  if (!note) return <Notice kind="info" title="訂正できる支援経過が見つかりません" />;
  return <NoteForm found={found} revised={{ id: noteId, newest: note }} />;
}

function NoteForm({
  found,
  revised,
}: {
  readonly found: Found;
  readonly revised?: { readonly id: string; readonly newest: CaseNoteWordsFragment };
}): ReactNode {
  const caseId = useCaseId();
  const { viewer } = useSession();
  const offices = useOffices();
  const navigate = useNavigate();
  const { say } = useSay();
  const add = useChange(CaseAddNote);
  const revise = useChange(CaseReviseNote);
  const [expected, setExpected] = useState(revised?.newest.version ?? 0);
  const [conflict, setConflict] = useState<{
    readonly now: CaseNoteWordsFragment | null;
    readonly mine: CaseNoteWordsFragment;
  }>();
  const [start] = useState(() =>
    revised
      ? noteToRevise(revised.newest)
      : blankNote(
          viewer.name ?? '',
          (found.persons ?? []).map(({ id }) => id),
          new Date(),
        ),
  );

  const send = async (values: NoteValues): Promise<void> => {
    if (values.minutes.trim() && readMinutes(values.minutes) === undefined)
      throw new NotDone(['所要時間は、0から1440までの分で書いてください。']);
    const input = noteInput(values);
    const answer = revised
      ? await revise({ note: revised.id, version: expected, input, reason: values.reason.trim() })
      : await add({ case: caseId, input });
    if (answer.__typename === 'CaseNoteChangedMeanwhile') {
      const { newest } = answer.newer;
      setConflict({ now: newest, mine: asWords(values, found) });
      setExpected(newest?.version ?? expected);
      throw new NotDone(['ほかの人が先にこの記録を訂正しました。下で見比べて、もう一度送ってください。']);
    }
    say(revised ? '支援経過を訂正しました' : '支援経過を記録しました');
    await navigate(`/cases/${caseId}#notes`);
  };

  return (
    <Form<NoteValues>
      draft={revised ? `note:${revised.id}` : `note-of:${caseId}`}
      start={start}
      action={revised ? '訂正を記録する' : '記録する'}
      onSend={send}
    >
      {conflict && (
        <Conflict
          now={conflict.now ? noteFacts(conflict.now, offices.name) : []}
          mine={noteFacts(conflict.mine, offices.name)}
        />
      )}
      <div className={styles.pair}>
        <DateInput name="heldOn" label="日付" isRequired />
        <TimeInput name="heldTime" label="時刻" isRequired />
      </div>
      <div className={styles.dense}>
        <Choice name="method" label="方法" isRequired options={choices('CaseNoteMethod')} />
      </div>
      <div className={styles.pair}>
        <TextInput name="answeredBy" label="対応者" isRequired max={100} />
        <TextInput name="counterpart" label="相手" hint="例:本人、母、学校" isRequired max={200} />
      </div>
      <Choices
        name="persons"
        label="関係する人"
        hint="この記録に書かれている人をすべて選びます。誰がこの記録を読めるかは、選んだ人ごとに決まります。"
        isRequired
        options={personOptions(found.persons)}
      />
      <TextInput name="content" label="内容" isRequired lines={16} max={MAX_NOTE} />
      <TextInput name="minutes" label="所要時間(分)" digits max={10} hint="例:60" />
      <h2>次の対応</h2>
      <TextInput name="nextStep" label="次の対応" lines={2} />
      <div className={styles.pair}>
        <DateInput name="nextOn" label="次の対応の期日" />
        <Select name="nextOffice" label="次の対応の担い手" options={nextOffices(found)} />
      </div>
      {revised && <TextInput name="reason" label="訂正の理由" hint="10文字以上" isRequired lines={2} />}
    </Form>
  );
}

/** Offices on the roster: whoever does what comes next is one of them. */
const nextOffices = ({ roster }: Found) =>
  [...new Map((roster ?? []).flatMap(({ office }) => (office ? [[office.code, office.name]] : [])))].map(
    ([value, name]) => ({ value, label: name ?? value }),
  );

/** What is typed, as if it had been recorded: to be shown beside what was. */
function asWords(values: NoteValues, { persons }: Found): CaseNoteWordsFragment {
  const { heldAt, method, ...input } = noteInput(values);
  return {
    __typename: 'CaseNoteVersion',
    version: null,
    heldAt,
    method,
    answeredBy: input.answeredBy,
    counterpart: input.counterpart,
    content: input.content,
    nextStep: input.nextStep ?? null,
    nextOn: input.nextOn ?? null,
    nextOffice: filled(values.nextOffice) ?? null,
    minutes: input.minutes ?? null,
    reason: null,
    office: null,
    staffId: null,
    at: null,
    persons: (persons ?? []).filter(({ id }) => values.persons.includes(id)),
  };
}
