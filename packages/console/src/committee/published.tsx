import type { ReactNode } from 'react';
import type { CommitteeIndicatorsQuery } from '../generated/operations.js';
import { Table } from '../ui/table.js';
import { BarChart } from './chart.js';

type PublishedList = NonNullable<CommitteeIndicatorsQuery['indicators']['published']>;

/** What the city published of its conferences by itself: nothing of it is suppressed. */
export const Published = ({
  published: { conferences, issues, others },
}: {
  readonly published: PublishedList;
}): ReactNode => (
  <section aria-labelledby="published">
    <h2 id="published">公表された支援会議</h2>
    <p>
      市が自ら公表した一覧から数えたもので、秘匿していません。〇の欄は読み取れないため、欄別には数えていません。
    </p>
    <Table
      caption="公表された支援会議の概要"
      rows={conferences}
      keyOf={({ number }) => String(number)}
      columns={[
        { name: '回', cell: ({ number }) => `第${number}回` },
        { name: 'ケース内容', cell: ({ summary }) => summary },
        { name: '〇の数', isNumber: true, cell: ({ circles }) => circles },
        { name: 'その他', cell: ({ others: words }) => words.join('・') },
      ]}
    />
    <h3>課題別の件数</h3>
    <BarChart title="課題別の件数" bars={issues.map(({ word, count }) => ({ label: word, value: count }))} />
    <h3>その他の参加</h3>
    <BarChart title="その他の参加" bars={others.map(({ word, count }) => ({ label: word, value: count }))} />
    <details>
      <summary>件数を表で見る</summary>
      <Table
        caption="課題別とその他の参加の件数"
        rows={[
          ...issues.map((each) => ({ ...each, of: '課題' })),
          ...others.map((each) => ({ ...each, of: 'その他の参加' })),
        ]}
        keyOf={({ of, word }) => `${of} ${word}`}
        columns={[
          { name: '区分', cell: ({ of, word }) => `${of}:${word}` },
          { name: '件数', isNumber: true, cell: ({ count }) => count },
        ]}
      />
    </details>
  </section>
);
