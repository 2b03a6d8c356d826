import type { ReactNode } from 'react';
import { useParams } from 'react-router';
import { Choice } from '../../ui/choice.js';
import { PersonName } from '../../ui/person-name.js';
import { useSetting } from '../../ui/setting.js';
import { Table } from '../../ui/table.js';
import { day, todayInJapan, word } from '../../words/words.js';
import { useHousehold } from '../household-frame.js';
import { ageOf, membersOf, type Member } from './family.js';
import { GenogramDrawing } from './genogram-drawing.js';

/** ジェノグラム: the family as far as the person at the screen may know it, in a drawing and in a table. */
export function Component(): ReactNode {
  const { householdId = '' } = useParams();
  const household = useHousehold();
  const [deceased, setDeceased] = useSetting('genogram.deceased', ['cross', 'black']);
  const [childrenOf, setChildrenOf] = useSetting('genogram.children', ['couple', 'self']);
  const today = todayInJapan();
  const members = membersOf(household);
  return (
    <section aria-labelledby="genogram">
      <h2 id="genogram">ジェノグラム</h2>
      <p className="quiet">
        {day(today)}
        現在。あなたに開示されている世帯員と続柄だけから描いています。描き方は地域により異なります。
      </p>
      {members.some((member) => member.deceasedOn !== null) && (
        <Choice
          label="亡くなった人の印"
          value={deceased}
          onChoose={setDeceased}
          options={[
            { value: 'cross', label: '×を重ねる' },
            { value: 'black', label: '黒く塗る' },
          ]}
        />
      )}
      {hasChildrenOfCouple(members) && (
        <Choice
          label="子の線"
          value={childrenOf}
          onChoose={setChildrenOf}
          options={[
            { value: 'couple', label: '夫婦の線から下ろす' },
            { value: 'self', label: '本人から下ろす' },
          ]}
        />
      )}
      <GenogramDrawing
        householdId={householdId}
        household={household}
        today={today}
        deceased={deceased}
        childrenOf={childrenOf}
      />
      <h3>表で見る</h3>
      <Table
        caption="世帯員の一覧"
        rows={members}
        keyOf={({ id }) => id}
        columns={[
          { name: '氏名', cell: ({ identity }) => <PersonName identity={identity} /> },
          ...(members.some(({ relation }) => relation !== null)
            ? [
                {
                  name: '続柄(本人から見て)',
                  cell: ({ relation }: Member) => relation && word('Relation', relation),
                },
              ]
            : []),
          { name: '性別', cell: ({ sex }) => sex && word('Sex', sex) },
          {
            name: '生年月日',
            cell: ({ identity }) =>
              identity?.birthDate ? day(identity.birthDate) : (identity?.birthAsGiven ?? ''),
          },
          {
            name: '年齢',
            cell: (member) => {
              const age = ageOf(member, today);
              if (member.deceasedOn)
                return `${day(member.deceasedOn)}死亡${age === undefined ? '' : `(${age}歳)`}`;
              return age === undefined ? '' : `${age}歳`;
            },
          },
          { name: '世帯に入った日', cell: ({ from }) => from && day(from) },
        ]}
      />
    </section>
  );
}

const hasChildrenOfCouple = (members: readonly Member[]): boolean =>
  members.some(({ relation }) => relation === 'CHILD') &&
  members.some(({ relation }) => relation === 'SPOUSE' || relation === 'COMMON_LAW_PARTNER');
