import { useState, type ReactNode } from 'react';
import { useNavigate } from 'react-router';
import { CaseFrame, useCaseId } from '../case/case-frame.js';
import type { PickerGroup } from '../form/picker.js';
import { PlanCase, PlanDraft, type PlanCaseQuery, type PlanKind } from '../generated/operations.js';
import { useAsked } from '../hub/asked.js';
import { isConflict, NotDone, useChange } from '../hub/change.js';
import { Choice } from '../ui/choice.js';
import { useSay } from '../ui/said.js';
import { choices, todayInJapan, word } from '../words/words.js';
import { PlanForm, type IssueOption } from './plan-form.js';
import { blankPlan } from './plan-values.js';

type Found = NonNullable<PlanCaseQuery['supportCase']>;

/** プランを作る, for a case that is being worked on. */
export function Component(): ReactNode {
  const asked = useAsked(PlanCase, { id: useCaseId() });
  return (
    <CaseFrame title="プランを作る" asked={asked}>
      {(found) => <NewPlan found={found} onOvertaken={asked.again} />}
    </CaseFrame>
  );
}

function NewPlan({
  found,
  onOvertaken,
}: {
  readonly found: Found;
  /** Somebody else moved the case on: what is shown of it is no longer so. */
  readonly onOvertaken: () => void;
}): ReactNode {
  const caseId = useCaseId();
  const navigate = useNavigate();
  const { say } = useSay();
  const draft = useChange(PlanDraft);
  const [kind, setKind] = useState<PlanKind>('MULTI_AGENCY');
  const persons = found.persons ?? [];
  return (
    <>
      <Choice label="プランの種類" value={kind} onChoose={setKind} options={choices('PlanKind')} />
      <PlanForm
        key={kind}
        draft={`plan-of:${caseId}:${kind}`}
        start={blankPlan(
          persons.map(({ id }) => id),
          todayInJapan(),
        )}
        persons={persons}
        offices={seatedOffices(found)}
        issues={openIssues(found)}
        action="プランを記録する"
        onSend={(input) =>
          draft({ case: caseId, kind, input, version: found.version ?? 0 }).catch((error: unknown) => {
            if (!isConflict(error)) throw error;
            onOvertaken();
            throw new NotDone([
              'ほかの人が先にこのケースを変えました。いまの状態を上に表示しています。確かめてから、もう一度送ってください。',
            ]);
          })
        }
        onRecorded={({ id }) => {
          say('プランを記録しました');
          return navigate(`/plans/${id}`);
        }}
      />
    </>
  );
}

/** Offices with a seat today or later: whoever does something of a plan has one. */
function seatedOffices({ roster }: Found): readonly PickerGroup[] {
  const today = todayInJapan();
  const seated = (roster ?? []).filter(({ to }) => !to || to >= today);
  const offices = new Map(seated.flatMap(({ office }) => (office ? [[office.code, office.name]] : [])));
  return [
    {
      name: '支援体制の機関',
      options: [...offices].map(([value, name]) => ({ value, label: name ?? value })),
    },
  ];
}

const openIssues = ({ issues }: Found): readonly IssueOption[] =>
  (issues ?? []).flatMap(({ id, code, text, resolvedOn }) =>
    id && code && !resolvedOn
      ? [{ value: id, label: `${word('IssueCode', code)}${text ? `:${text.slice(0, 40)}` : ''}` }]
      : [],
  );
