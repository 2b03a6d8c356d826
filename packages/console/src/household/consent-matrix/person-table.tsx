import type { ReactNode } from 'react';
import { Link } from 'react-router';
import { Mark } from '../../ui/mark.js';
import { day, moment, todayInJapan } from '../../words/words.js';
import { NextSteps } from '../next-steps.js';
import { alike, evidencePath, shownOf, type Cell, type SectorCells } from './cells.js';
import styles from './consents-page.module.css';
import { ShownMark } from './shown-mark.js';

type About = Parameters<typeof NextSteps>[0]['about'];

/** One person: each category of each sector with the basis on which it is shown, or why it is not and what to do. */
export function PersonTable({
  sectors,
  about,
}: {
  readonly sectors: readonly SectorCells[];
  readonly about: About;
}): ReactNode {
  if (sectors.length === 0) return <p className="quiet">該当する項目はありません。</p>;
  return (
    <table className={styles.person}>
      <caption className="visually-hidden">分野・項目ごとの、表示できる範囲と根拠</caption>
      <thead>
        <tr>
          <th scope="col">分野・項目</th>
          <th scope="col">範囲</th>
          <th scope="col">根拠または理由</th>
          <th scope="col">期限</th>
          <th scope="col">次にできること</th>
        </tr>
      </thead>
      {sectors.map(({ sector, name, categories }) => (
        <tbody key={sector}>
          <tr>
            <th scope="rowgroup" colSpan={5} className={styles.sector}>
              {name}
            </th>
          </tr>
          {alike(categories).map((group) => (
            <Row key={group[0].category} group={group} about={about} />
          ))}
        </tbody>
      ))}
    </table>
  );
}

function Row({
  group,
  about,
}: {
  readonly group: readonly [Cell, ...Cell[]];
  readonly about: About;
}): ReactNode {
  const [cell] = group;
  return (
    <tr>
      <th scope="row">
        <ul className="plain-list">
          {group.map(({ category, name }) => (
            <li key={category}>{name}</li>
          ))}
        </ul>
      </th>
      <td data-name="範囲">
        <ShownMark shown={shownOf(cell)} />
      </td>
      <td data-name={cell.granted ? '根拠' : '理由'}>
        <Basis cell={cell} />
      </td>
      <td data-name="期限">{cell.until && untilWords(cell.until)}</td>
      <td data-name="次にできること">
        {!cell.granted && <NextSteps steps={cell.nextSteps} about={about} />}
      </td>
    </tr>
  );
}

/** What ends when a day begins is told by the day before, as people say it. */
function untilWords(until: string): string {
  const told = moment(until);
  return told.endsWith('00:00') ? `${day(todayInJapan(new Date(Date.parse(until) - 1)))}まで` : `${told}まで`;
}

function Basis({ cell }: { readonly cell: Cell }): ReactNode {
  const path = evidencePath(cell);
  return (
    <>
      {path === undefined ? cell.why : <Link to={path}>{cell.why}</Link>}
      {cell.despiteRefusal && (
        <>
          {' '}
          <Mark kind="soon">本人の不同意にかかわらず</Mark>
        </>
      )}
    </>
  );
}
