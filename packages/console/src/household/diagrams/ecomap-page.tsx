import { useMemo, useState, type ReactNode } from 'react';
import { Link, useParams } from 'react-router';
import { HouseholdEcomap, type HouseholdEcomapQuery } from '../../generated/operations.js';
import { Answered, useAsked } from '../../hub/asked.js';
import { useOffices } from '../../office/offices.js';
import { Choice } from '../../ui/choice.js';
import { Notice } from '../../ui/notice.js';
import { PersonName } from '../../ui/person-name.js';
import { personOptions } from '../../ui/persons.js';
import { useSetting } from '../../ui/setting.js';
import { Table } from '../../ui/table.js';
import { day, todayInJapan } from '../../words/words.js';
import { useHousehold } from '../household-frame.js';
import styles from './diagrams.module.css';
import { EcomapDrawing } from './ecomap-drawing.js';
import { membersOf } from './family.js';
import { useInvolvements } from './involvements.js';
import { resourcesOf, strengthOf, type Resource, type Tie } from './resources.js';
import { dutyOf, labelOf, sourceOf, strengthWords, whenOf } from './tie-words.js';

type Found = NonNullable<HouseholdEcomapQuery['household']>;

/** エコマップ: who is around the household, in a drawing and in a table. */
export function Component(): ReactNode {
  const { householdId = '' } = useParams();
  const asked = useAsked(HouseholdEcomap, { id: householdId });
  return (
    <section aria-labelledby="ecomap">
      <h2 id="ecomap">エコマップ</h2>
      <Answered asked={asked} lines={8}>
        {({ household }) => household && <Around found={household} householdId={householdId} />}
      </Answered>
    </section>
  );
}

function Around({ found, householdId }: { readonly found: Found; readonly householdId: string }): ReactNode {
  const household = useHousehold();
  const members = useMemo(() => membersOf(household), [household]);
  const [of, setOf] = useState('');
  const [naming, setNaming] = useSetting('ecomap.names', ['careful', 'names', 'kinds']);
  const { answers, away, isAsking } = useInvolvements(householdId);
  const cases = found.cases ?? [];
  const { all: offices } = useOffices();
  const today = todayInJapan();
  const person = members.find(({ id }) => id === of);
  const sectors = sectorsOf(found);
  const resources = resourcesOf({
    cases,
    involvements: answers,
    offices,
    sectors: sectors.map(({ id }) => id),
    today,
    person: person?.id,
  });
  // A sector that is away is told of only where one may know of its involvement: else it would tell of a file there.
  const told = sectors.filter(({ id, mayBeKnown }) => mayBeKnown && away.includes(id));
  return (
    <>
      <p className="quiet">
        {day(today)}
        現在。あなたに開示されている記録だけから描いています。線は記録にある担当を表し、関係の良し悪しは表しません。
      </p>
      <p role="status" className="quiet">
        {isAsking && '各分野の担当を読み込んでいます…'}
      </p>
      {told.length > 0 && (
        <Notice kind="warning" title="いま取得できない分野があります">
          <p>{told.map(({ name }) => name).join('、')}。この図に入っていない担当があるかもしれません。</p>
        </Notice>
      )}
      <div>
        {members.length > 1 && (
          <Choice
            label="中心にするのは"
            value={person?.id ?? ''}
            onChoose={setOf}
            options={[{ value: '', label: '世帯' }, ...personOptions(members)]}
          />
        )}
        <Choice
          label="機関の書き方"
          value={naming}
          onChoose={setNaming}
          options={[
            { value: 'careful', label: '名前(事情が分かる名前は種別で)' },
            { value: 'names', label: 'すべて名前' },
            { value: 'kinds', label: 'すべて種別(本人や家族に見せるとき)' },
          ]}
        />
      </div>
      <EcomapDrawing
        centre={person ? [person] : members}
        isHousehold={person === undefined}
        resources={resources}
        naming={naming}
      />
      <h3>表で見る</h3>
      <Table
        caption="世帯に関わる機関の一覧"
        rows={resources.flatMap((resource) => resource.ties.map((tie, n) => ({ resource, tie, n })))}
        keyOf={({ resource, n }) => `${resource.key} ${n}`}
        empty="あなたに開示されている担当はありません。"
        columns={[
          { name: '機関', cell: ({ resource }) => labelOf(resource, naming) },
          { name: '役割', cell: ({ tie }) => <Duty tie={tie} /> },
          { name: '対象', cell: ({ tie }) => <ForWhom tie={tie} members={members} /> },
          { name: '期間', cell: ({ tie }) => whenOf(tie) },
          { name: '担当者', cell: ({ resource, tie }) => staffOf(resource, tie, naming) },
          { name: '線', cell: ({ tie }) => strengthWords[strengthOf(tie, today)] },
          { name: '記録', cell: ({ tie }) => <Source tie={tie} /> },
        ]}
      />
    </>
  );
}

function Duty({ tie }: { readonly tie: Tie }): ReactNode {
  return (
    <>
      {dutyOf(tie)}
      {tie.of === 'seat' && tie.dutyNote && <p className="quiet words">{tie.dutyNote}</p>}
    </>
  );
}

function ForWhom({
  tie: { persons },
  members,
}: {
  readonly tie: Tie;
  readonly members: ReturnType<typeof membersOf>;
}): ReactNode {
  if (!persons) return '世帯';
  return (
    <ul className="plain-list">
      {members
        .filter(({ id }) => persons.includes(id))
        .map(({ id, identity }) => (
          <li key={id} className={styles.name}>
            <PersonName identity={identity} />
          </li>
        ))}
    </ul>
  );
}

/** Not beside the bare kind of an office: who works there tells which it is. */
const staffOf = (resource: Resource, { staffName }: Tie, naming: Parameters<typeof labelOf>[1]): string =>
  labelOf(resource, naming) === resource.name ? (staffName ?? '') : '';

function Source({ tie }: { readonly tie: Tie }): ReactNode {
  if (tie.of === 'conference' && tie.conference)
    return <Link to={`/conferences/${tie.conference}`}>{sourceOf(tie)}</Link>;
  return sourceOf(tie);
}

/** In the order of the registry, which is the same for everybody. */
function sectorsOf({ members }: Found): readonly { id: string; name: string; mayBeKnown: boolean }[] {
  const decisions = (members ?? []).flatMap(({ person }) => person?.disclosure.sectors ?? []);
  return [...new Map(decisions.map(({ sector, name }) => [sector, name]))].map(([id, name]) => ({
    id,
    name,
    mayBeKnown: decisions.some(
      ({ sector, categories }) =>
        sector === id && categories.some(({ category, granted }) => category === 'INVOLVEMENT' && granted),
    ),
  }));
}
