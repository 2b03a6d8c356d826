import { useState, type ReactNode } from 'react';
import { ConsentsEnding } from '../generated/operations.js';
import { Answered, useAsked } from '../hub/asked.js';
import { ButtonLink } from '../ui/button.js';
import { Mark } from '../ui/mark.js';
import { Page } from '../ui/page.js';
import { PersonName } from '../ui/person-name.js';
import { Table } from '../ui/table.js';
import { word } from '../words/words.js';
import styles from './consent.module.css';
import { lastDayInWords } from './last-day.js';

/** The usual time ahead in which one asks again, and the last days of it. */
const SOON_DAYS = 30;
const LAST_DAYS = 7;
const periods = [30, 60, 90, 366] as const;

/** 同意: those that end soon, so that somebody can ask again in time. */
export function Component(): ReactNode {
  const [withinDays, setWithinDays] = useState<number>(30);
  const asked = useAsked(ConsentsEnding, { withinDays });
  return (
    <Page title="終わりの近い同意" tab="同意">
      <p>
        担当する人の同意のうち、期限の近いものです。終わると、その同意で見えていた情報は見えなくなります。
      </p>
      <p className={`row no-print ${styles.filter}`}>
        <label htmlFor="within">これから</label>
        <select
          id="within"
          value={withinDays}
          onChange={(event) => setWithinDays(Number(event.target.value))}
        >
          {periods.map((days) => (
            <option key={days} value={days}>
              {days === 366 ? '1年' : `${days}日`}以内に終わる
            </option>
          ))}
        </select>
      </p>
      <Answered asked={asked} lines={6}>
        {({ consentsExpiring }) => (
          <Table
            caption="終わりの近い同意の一覧"
            rows={consentsExpiring.filter(({ id }) => id !== null)}
            keyOf={({ id }) => id ?? ''}
            empty="この期間に終わる同意はありません。"
            columns={[
              { name: '本人', cell: ({ subject }) => <PersonName identity={subject?.identity} /> },
              {
                name: '終わる日',
                cell: ({ validUntil }) => validUntil && lastDayInWords(validUntil),
              },
              {
                name: '残り',
                cell: ({ daysLeft }) =>
                  daysLeft !== null && (
                    <Mark kind={daysLeft <= LAST_DAYS ? 'late' : daysLeft <= SOON_DAYS ? 'soon' : 'plain'}>
                      {daysLeft === 0 ? '今日まで' : `あと${daysLeft}日`}
                    </Mark>
                  ),
              },
              {
                name: '利用目的',
                cell: ({ purposes }) => purposes?.map((each) => word('Purpose', each)).join('、'),
              },
              {
                name: '手続',
                cell: ({ id }) => (
                  <span className="row">
                    <ButtonLink to={`/consents/${id}?do=renew`}>更新する</ButtonLink>
                    <ButtonLink variant="quiet" to={`/consents/${id}`}>
                      くわしく
                    </ButtonLink>
                  </span>
                ),
              },
            ]}
          />
        )}
      </Answered>
    </Page>
  );
}
