import type { CountIndicator, Part, ShareIndicator } from '../indicator-source.js';

/** 新規相談受付: cases by the month in which they were opened. */
export const newCases: CountIndicator = {
  id: 'NEW_CASES',
  name: '新規相談受付(多機関協働ケース)',
  rows: ['新規'],
  read: ({ manager, municipality, fromDay, untilDay }) => manager.sql`
    SELECT '新規' AS row, left(c.opened_on, 7) AS month, count(*)::int AS count
    FROM support_case c JOIN household h ON h.id = c.household_id
    WHERE h.local_government_code = ${municipality} AND c.opened_on >= ${fromDay} AND c.opened_on < ${untilDay}
    GROUP BY 2`,
};

/** プラン策定・再プラン: decisions of a plan; the first of a case, and those after it. */
export const plans: CountIndicator = {
  id: 'PLANS',
  name: 'プラン策定・再プラン',
  rows: ['プラン策定', '再プラン'],
  read: ({ manager, municipality, from, until }) => manager.sql`
    SELECT row, month, count(*)::int AS count FROM (
      SELECT e.at, to_char(e.at AT TIME ZONE 'Asia/Tokyo', 'YYYY-MM') AS month,
        CASE WHEN row_number() OVER (PARTITION BY e.case_id ORDER BY e.at, e.id) = 1
             THEN 'プラン策定' ELSE '再プラン' END AS row
      FROM case_event e JOIN support_case c ON c.id = e.case_id JOIN household h ON h.id = c.household_id
      WHERE h.local_government_code = ${municipality} AND e.to_status = 'PLAN_DECIDED') decided
    WHERE at >= ${from} AND at < ${until} GROUP BY 1, 2`,
};

const endings = {
  INFORMATION_ONLY: '情報提供のみ',
  HANDED_OVER: 'つなぎ',
  CLOSED: '終結',
  MOVED_OUT: '転出',
  DECEASED: '死亡',
} as const;

/** 終結(理由別): cases that ended, by how. */
export const caseEndings: CountIndicator = {
  id: 'ENDINGS',
  name: '終結(理由別)',
  rows: Object.values(endings),
  async read({ manager, municipality, from, until }) {
    const rows = await manager.sql<{ to: keyof typeof endings; month: string; count: number }[]>`
      SELECT e.to_status AS to, to_char(e.at AT TIME ZONE 'Asia/Tokyo', 'YYYY-MM') AS month, count(*)::int AS count
      FROM case_event e JOIN support_case c ON c.id = e.case_id JOIN household h ON h.id = c.household_id
      WHERE h.local_government_code = ${municipality} AND e.at >= ${from} AND e.at < ${until}
        AND e.to_status IN (${() => Object.keys(endings)})
      GROUP BY 1, 2`;
    return rows.map(({ to, ...counted }) => ({ ...counted, row: endings[to] }));
  },
};

/** 再開: of the cases that ended, those whose household had another one opened within six months. */
export const reopened: ShareIndicator = {
  id: 'REOPENED',
  name: '終結後6か月以内の再相談',
  async read({ manager, municipality, fromDay, untilDay }) {
    return manager.sql<Part[]>`
      SELECT '終結したケース' AS row, count(*)::int AS whole,
        count(*) FILTER (WHERE EXISTS (
          SELECT 1 FROM support_case later
          WHERE later.household_id = c.household_id AND later.id <> c.id AND later.opened_on < ${untilDay}
            AND later.opened_on >= c.closed_on
            AND later.opened_on::date <= c.closed_on::date + interval '6 months'))::int AS part
      FROM support_case c JOIN household h ON h.id = c.household_id
      WHERE h.local_government_code = ${municipality} AND c.closed_on >= ${fromDay} AND c.closed_on < ${untilDay}`;
  },
};
