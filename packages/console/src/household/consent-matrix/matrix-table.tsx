import type { ReactNode } from 'react';
import { Link } from 'react-router';
import { Button } from '../../ui/button.js';
import { PersonName } from '../../ui/person-name.js';
import type { HouseholdInFrame } from '../household-frame.js';
import { shownOf, type MatrixSector, type SectorCells } from './cells.js';
import styles from './consents-page.module.css';
import { ShownMark } from './shown-mark.js';

type Identity = NonNullable<NonNullable<HouseholdInFrame['members']>[number]['person']>['identity'];

export interface Subject {
  readonly id: string;
  readonly identity: Identity;
  readonly sectors: readonly SectorCells[];
}

/** Everybody side by side: how much of each category of each sector is shown. The reasons are with each person. */
export function MatrixTable({
  subjects,
  matrix,
  onChoose,
  consentPath,
}: {
  readonly subjects: readonly Subject[];
  readonly matrix: readonly MatrixSector[];
  readonly onChoose: (person: string) => void;
  readonly consentPath: (person: string) => string;
}): ReactNode {
  if (matrix.length === 0) return <p className="quiet">該当する項目はありません。</p>;
  return (
    <table className={styles.matrix}>
      <caption className="visually-hidden">分野・項目ごとに、だれのどこまでを表示できるか</caption>
      <thead>
        <tr>
          <th scope="col">分野・項目</th>
          {subjects.map(({ id, identity }) => (
            <th key={id} scope="col">
              <PersonName identity={identity} />
              <span className={`${styles.actions} no-print`}>
                <Button variant="quiet" onPress={() => onChoose(id)}>
                  根拠と理由
                </Button>
                <Link to={consentPath(id)}>同意を求める</Link>
              </span>
            </th>
          ))}
        </tr>
      </thead>
      {matrix.map(({ sector, name, rows }) => (
        <tbody key={sector}>
          <tr>
            <th scope="rowgroup" colSpan={subjects.length + 1} className={styles.sector}>
              {name}
            </th>
          </tr>
          {rows.map(({ category, name: ofCategory, cells }) => (
            <tr key={category}>
              <th scope="row">{ofCategory}</th>
              {cells.map((cell, n) => {
                const subject = subjects[n];
                return (
                  <td key={subject?.id ?? n}>
                    <span className={styles.whose} aria-hidden="true">
                      <PersonName identity={subject?.identity} />
                    </span>
                    {cell && <ShownMark shown={shownOf(cell)} />}
                  </td>
                );
              })}
            </tr>
          ))}
        </tbody>
      ))}
    </table>
  );
}
