import { useMemo, type ReactNode } from 'react';
import { Link } from 'react-router';
import { word } from '../../words/words.js';
import type { HouseholdInFrame } from '../household-frame.js';
import { Drawing, Legend, Lines } from './drawing.js';
import { ageOf, membersOf, type Member } from './family.js';
import { fitLabel } from './fit-label.js';
import styles from './genogram-drawing.module.css';
import { BOX, LABEL, layOutGenogram, SYMBOL, type Line, type Place } from './layout-genogram.js';

type Deceased = 'cross' | 'black';

export function GenogramDrawing({
  householdId,
  household,
  today,
  deceased,
  childrenOf,
}: {
  readonly householdId: string;
  readonly household: HouseholdInFrame;
  readonly today: string;
  readonly deceased: Deceased;
  readonly childrenOf: 'couple' | 'self';
}): ReactNode {
  const members = useMemo(() => membersOf(household), [household]);
  const { places, lines, apart, together, bounds } = useMemo(
    () =>
      layOutGenogram(members, {
        childrenOf,
        // Only a household that is recorded as it lives says who lives together; to be in the register does not.
        livesTogether: (id) =>
          household.kind === 'ACTUAL' && members.some((each) => each.id === id && each.deceasedOn === null),
      }),
    [members, childrenOf, household.kind],
  );
  if (members.length === 0) return <p className="quiet">表示できる世帯員はいません。</p>;
  return (
    <Drawing
      title="ジェノグラム"
      description={`${members.length}人を世代ごとに描いた図です。同じ内容が、下の「表で見る」の表にあります。`}
      bounds={bounds}
      legend={
        <>
          <Legend entries={legendOf(members, lines, together !== undefined, deceased)} />
          <p className={styles.note}>
            記号の中の数字は年齢(亡くなった人は死亡時)。左が年長。
            {lines.some(({ kind }) => kind === 'descent') &&
              '続柄は本人から見たもので、父母の婚姻、実子・養子・連れ子、異父・異母の別は記録にないため描き分けていません。'}
            {household.kind !== null &&
              household.kind !== 'ACTUAL' &&
              `「${word('HouseholdKind', household.kind)}」の記録であり、同居を示す囲みは描いていません。`}
          </p>
        </>
      }
    >
      {together && (
        <rect
          className={styles.together}
          x={together.left}
          y={together.top}
          width={together.right - together.left}
          height={together.bottom - together.top}
          rx={24}
        />
      )}
      {apart && (
        <text className={styles.apart} x={apart.left} y={apart.top - 6} aria-hidden="true">
          そのほかの世帯員
        </text>
      )}
      {lines.map((line) => (
        <LineOf key={`${line.kind} ${line.of.join(' ')}`} line={line} />
      ))}
      {places.map((place) => {
        const member = members.find(({ id }) => id === place.id);
        return (
          member && (
            <MemberAt
              key={place.id}
              to={`/households/${householdId}#member-${member.id}`}
              place={place}
              member={member}
              today={today}
              deceased={deceased}
            />
          )
        );
      })}
    </Drawing>
  );
}

function LineOf({ line: { kind, strokes } }: { readonly line: Line }): ReactNode {
  const path = strokes.map((stroke) => `M${stroke.map(({ x, y }) => `${x} ${y}`).join('L')}`).join('');
  if (kind !== 'married') return <path className={styles[kind]} d={path} />;
  return (
    <>
      <path className={styles.married} d={path} />
      <path className={styles.marriedInside} d={path} />
    </>
  );
}

function MemberAt({
  to,
  place: { x, y },
  member,
  today,
  deceased,
}: {
  readonly to: string;
  readonly place: Place;
  readonly member: Member;
  readonly today: string;
  readonly deceased: Deceased;
}): ReactNode {
  const age = ageOf(member, today);
  const name = member.identity?.name ?? '氏名は表示できません';
  const relation = member.relation && word('Relation', member.relation);
  const isDead = member.deceasedOn !== null;
  const told = [
    name,
    relation,
    member.sex && word('Sex', member.sex),
    age !== undefined && `${age}歳`,
    isDead && '死亡',
  ].filter(Boolean);
  // A triangle is wide only below its middle.
  const ageBelow = member.sex === 'MALE' || member.sex === 'FEMALE' ? 6 : 15;
  const lines = [...fitLabel(name, 8, 2), [relation, isDead && '死亡'].filter(Boolean).join('・')];
  return (
    <>
      <Link to={to} className={styles.member} aria-label={`${told.join('、')}。概要を開く`}>
        <rect
          className={styles.ring}
          x={x - BOX / 2}
          y={y - SYMBOL / 2 - 4}
          width={BOX}
          height={SYMBOL + LABEL + 2}
          rx={8}
        />
        <g
          transform={`translate(${x} ${y})`}
          className={isDead && deceased === 'black' ? styles.black : undefined}
        >
          <Symbol sex={member.sex} size={SYMBOL} />
          {member.relation === 'SELF' && <Symbol sex={member.sex} size={SYMBOL - 10} />}
          {isDead && deceased === 'cross' && <Cross />}
        </g>
      </Link>
      <g className={styles.words} data-black={isDead && deceased === 'black'}>
        {age !== undefined && <Lines lines={[`${age}`]} x={x} y={y + ageBelow} className={styles.age} />}
        <Lines lines={lines} x={x} y={y + SYMBOL / 2 + 18} className={styles.label} />
      </g>
    </>
  );
}

/** □ ○ △, about the middle. */
function Symbol({ sex, size }: { readonly sex: Member['sex']; readonly size: number }): ReactNode {
  const half = size / 2;
  if (sex === 'MALE')
    return <rect className={styles.symbol} x={-half} y={-half} width={size} height={size} />;
  if (sex === 'FEMALE') return <circle className={styles.symbol} r={half} />;
  return <path className={styles.symbol} d={`M0 ${-half}L${half} ${half}L${-half} ${half}Z`} />;
}

const Cross = (): ReactNode => <path className={styles.cross} d="M-18 -18L18 18M18 -18L-18 18" />;

/** The signs that this drawing uses. */
function legendOf(
  members: readonly Member[],
  lines: readonly Line[],
  hasLoop: boolean,
  deceased: Deceased,
): Parameters<typeof Legend>[0]['entries'] {
  const sexes = new Set(members.map(({ sex }) => (sex === 'UNKNOWN' ? null : sex)));
  const kinds = new Set(lines.map(({ kind }) => kind));
  const shape = (sex: Member['sex'], extra?: ReactNode): ReactNode => (
    <g transform="translate(24 12)" className={styles.small}>
      <Symbol sex={sex} size={18} />
      {extra}
    </g>
  );
  return [
    sexes.has('MALE') && { mark: shape('MALE'), words: '男性' },
    sexes.has('FEMALE') && { mark: shape('FEMALE'), words: '女性' },
    sexes.has(null) && { mark: shape(null), words: '性別の表示なし' },
    members.some(({ relation }) => relation === 'SELF') && {
      mark: shape('MALE', <Symbol sex="MALE" size={11} />),
      words: '二重の線: 本人',
    },
    members.some(({ deceasedOn }) => deceasedOn !== null) && {
      mark:
        deceased === 'black' ? (
          <g className={styles.black}>{shape('MALE')}</g>
        ) : (
          shape('MALE', <path className={styles.cross} d="M-9 -9L9 9M9 -9L-9 9" />)
        ),
      words: '亡くなった人',
    },
    kinds.has('married') && {
      mark: (
        <>
          <path className={styles.married} d="M2 12L46 12" />
          <path className={styles.marriedInside} d="M2 12L46 12" />
        </>
      ),
      words: '二重線: 婚姻',
    },
    kinds.has('partners') && {
      mark: <path className={styles.partners} d="M2 12L46 12" />,
      words: '破線: 内縁',
    },
    kinds.has('descent') && {
      mark: <path className={styles.descent} d="M2 12L46 12" />,
      words: '実線: 親子・きょうだい',
    },
    kinds.has('kin') && {
      mark: <path className={styles.kin} d="M2 12L46 12" />,
      words: '一点鎖線: 祖父母・孫(父方・母方など間の続柄は記録なし)',
    },
    hasLoop && {
      mark: <rect className={styles.together} x={3} y={3} width={42} height={18} rx={8} />,
      words: '囲み: 同居(実態の世帯)',
    },
  ].filter((entry) => entry !== false);
}
