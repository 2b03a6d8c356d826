import { useState, type ReactNode } from 'react';
import { useSearchParams } from 'react-router';
import { ForRoles } from '../app/for-roles.js';
import { CommitteeIndicators } from '../generated/operations.js';
import { Answered, ProblemNotice, useAsked } from '../hub/asked.js';
import { useDirectory } from '../office/directory.js';
import { LookingAs } from '../session/purpose.js';
import { useSession } from '../session/session.js';
import { Button } from '../ui/button.js';
import { Page } from '../ui/page.js';
import { Paper } from '../ui/paper.js';
import { saveFile } from '../ui/save-file.js';
import { Skeleton } from '../ui/waiting.js';
import styles from './committee.module.css';
import { fiscalYears, fiscalYearWord, monthsNotOver } from './fiscal-year.js';
import { Counts, Measures } from './indicators.js';
import { Notes } from './notes.js';
import { Published } from './published.js';
import { Trainings } from './trainings.js';

const title = '推進会議';

/** 推進会議: what is told of a fiscal year of the own municipality, for statistics. */
export const Component = (): ReactNode => (
  <ForRoles roles={['COMMITTEE', 'COORDINATOR', 'OFFICE_MANAGER']} title={title}>
    <LookingAs purpose="STATISTICS">
      <Committee />
    </LookingAs>
  </ForRoles>
);

function Committee(): ReactNode {
  const [search, setSearch] = useSearchParams();
  const years = fiscalYears();
  const [newest = 0] = years;
  const asked = Number(search.get('year'));
  const year = years.includes(asked) ? asked : newest;
  const { directory, error, again } = useDirectory();
  const municipality = directory?.municipality?.code;
  return (
    <Page title={`${title}の指標`} tab={title}>
      <p className={`${styles.year} row no-print`}>
        <label htmlFor="year">年度</label>
        <select id="year" value={year} onChange={(event) => setSearch({ year: event.target.value })}>
          {years.map((each) => (
            <option key={each} value={each}>
              {fiscalYearWord(each)}
            </option>
          ))}
        </select>
      </p>
      {error && <ProblemNotice error={error} again={again} />}
      {!directory && !error && <Skeleton lines={8} />}
      {directory && municipality === undefined && <p>この機関の市町村が分かりません。</p>}
      {municipality !== undefined && <Year key={year} municipality={municipality} year={year} />}
    </Page>
  );
}

function Year({ municipality, year }: { readonly municipality: string; readonly year: number }): ReactNode {
  const { viewer } = useSession();
  const asked = useAsked(CommitteeIndicators, { municipality, fiscalYear: year });
  const [isPrinting, setPrinting] = useState(false);
  // The committee reads; officials of the office write.
  const mayWrite =
    viewer.capacity === 'CITY_STAFF' &&
    viewer.roles.some((role) => role === 'COORDINATOR' || role === 'OFFICE_MANAGER');
  return (
    <Answered asked={asked} lines={10}>
      {({ indicators }) => (
        <>
          <p>
            {indicators.name} {fiscalYearWord(year)}。終わった月までの件数です。
            {monthsNotOver(indicators.months)}
          </p>
          <p>
            「-」は秘匿です。5未満の件数と、引き算でそれが分かってしまう件数は、個人が分からないように示していません。0件という意味ではありません。
          </p>
          <p className="row no-print">
            <Button onPress={() => setPrinting(!isPrinting)} aria-expanded={isPrinting}>
              印刷用の帳票
            </Button>
            <Button
              onPress={() => saveFile(`shihyo-${municipality}-${year}.csv`, indicators.csv, 'text/csv')}
            >
              CSV を保存する
            </Button>
          </p>
          {isPrinting && (
            <Paper title={`重層的支援体制整備事業 指標 ${fiscalYearWord(year)}`} html={indicators.html} />
          )}
          <Counts tables={indicators.counts} months={indicators.months} />
          <Measures measures={indicators.measures} />
          {indicators.published && <Published published={indicators.published} />}
          <Notes
            notes={indicators.notes}
            municipality={municipality}
            year={year}
            mayWrite={mayWrite}
            onWritten={asked.again}
          />
          <Trainings
            trainings={indicators.trainings}
            municipality={municipality}
            mayWrite={mayWrite}
            onRecorded={asked.again}
          />
        </>
      )}
    </Answered>
  );
}
