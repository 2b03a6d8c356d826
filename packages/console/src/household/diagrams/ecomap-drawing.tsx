import { useMemo, type ReactNode } from 'react';
import { word } from '../../words/words.js';
import { Drawing, Legend, Lines } from './drawing.js';
import styles from './ecomap-drawing.module.css';
import type { Member } from './family.js';
import { fitLabel } from './fit-label.js';
import { HIGH, layOutEcomap, RADIUS, WIDE, type Spoke } from './layout-ecomap.js';
import type { Resource, Strength } from './resources.js';
import { dutiesOf, labelOf, whenOf } from './tie-words.js';

const MEMBERS_SHOWN = 6;

export function EcomapDrawing({
  centre,
  isHousehold,
  resources,
  naming,
}: {
  readonly centre: readonly Member[];
  readonly isHousehold: boolean;
  readonly resources: readonly Resource[];
  readonly naming: Parameters<typeof labelOf>[1];
}): ReactNode {
  const { spokes, bounds } = useMemo(() => layOutEcomap(resources.length), [resources.length]);
  return (
    <Drawing
      title="エコマップ"
      description={`中心の${isHousehold ? '世帯' : '人'}に関わる${resources.length}か所を描いた図です。同じ内容が、下の「表で見る」の表にあります。`}
      bounds={bounds}
      legend={
        <Legend
          entries={[
            { mark: <path className={styles.lead} d="M2 12L46 12" />, words: '太い線: 主担当' },
            { mark: <path className={styles.normal} d="M2 12L46 12" />, words: '実線: 担当・関わりあり' },
            {
              mark: <path className={styles.notYet} d="M2 12L46 12" />,
              words: '点線: これから始まる・後任待ち・まだ会えていない',
            },
          ]}
        />
      }
    >
      {spokes.map((spoke, n) => {
        const resource = resources[n];
        return (
          resource && <ResourceAt key={resource.key} spoke={spoke} resource={resource} naming={naming} />
        );
      })}
      <circle className={styles.centre} r={RADIUS} />
      <Centre members={centre} isHousehold={isHousehold} />
    </Drawing>
  );
}

/** Those in the middle; where they are many, who and how many more of those that may be known. */
function Centre({
  members,
  isHousehold,
}: {
  readonly members: readonly Member[];
  readonly isHousehold: boolean;
}): ReactNode {
  const names = members.map(({ identity, relation }) =>
    identity?.name ? identity.name : relation ? word('Relation', relation) : '世帯員',
  );
  const shown = names.length > MEMBERS_SHOWN ? names.slice(0, MEMBERS_SHOWN - 1) : names;
  const lines = [
    ...(isHousehold ? ['世帯'] : []),
    ...shown.flatMap((name) => fitLabel(name, 9, names.length > 2 ? 1 : 2)),
    ...(shown.length < names.length ? [`ほか${names.length - shown.length}人`] : []),
  ];
  return <Lines lines={lines} x={0} y={5 - ((lines.length - 1) * 18) / 2} step={18} className={styles.who} />;
}

function ResourceAt({
  spoke: { box, from, to },
  resource,
  naming,
}: {
  readonly spoke: Spoke;
  readonly resource: Resource;
  readonly naming: Parameters<typeof labelOf>[1];
}): ReactNode {
  const name = fitLabel(labelOf(resource, naming), 11, 2);
  const since = earliest(resource);
  const facts = [
    ...fitLabel(dutiesOf(resource), 13, since && name.length > 1 ? 1 : 2),
    ...(since ? [since] : []),
  ].slice(0, 5 - name.length);
  const x = (box.left + box.right) / 2;
  const lines = name.length + facts.length;
  const y = (box.top + box.bottom) / 2 - ((lines - 1) * 18) / 2 + 5;
  return (
    <>
      <path
        className={styles[resource.strength satisfies Strength]}
        d={`M${from.x} ${from.y}L${to.x} ${to.y}`}
      />
      <rect className={styles.box} x={box.left} y={box.top} width={WIDE} height={HIGH} rx={10} />
      <Lines lines={name} x={x} y={y} step={18} className={styles.name} />
      <Lines lines={facts} x={x} y={y + name.length * 18} step={18} className={styles.facts} />
    </>
  );
}

/** Since when, by the oldest of its records. */
function earliest({ ties }: Resource): string | undefined {
  const [first] = ties
    .filter(({ since }) => since !== null)
    .sort(({ since: one }, { since: other }) => ((one ?? '') < (other ?? '') ? -1 : 1));
  return first && whenOf({ ...first, until: null });
}
