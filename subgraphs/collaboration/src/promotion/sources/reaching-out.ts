import type { CountIndicator, Part, ShareIndicator } from '../indicator-source.js';

/** アウトリーチ: attempts to reach somebody, by the month in which they were made; 訪問 and 同行 as the report asks. */
export const outreachContacts: CountIndicator = {
  id: 'OUTREACH_CONTACTS',
  name: 'アウトリーチ 訪問・同行',
  rows: ['訪問', '同行', 'その他の働きかけ'],
  read: ({ manager, municipality, from, until }) => manager.sql`
    SELECT CASE t.method WHEN 'VISIT' THEN '訪問' WHEN 'ACCOMPANIMENT' THEN '同行' ELSE 'その他の働きかけ' END AS row,
      to_char(t.at AT TIME ZONE 'Asia/Tokyo', 'YYYY-MM') AS month, count(*)::int AS count
    FROM outreach_contact t JOIN outreach o ON o.id = t.outreach_id
    JOIN support_case c ON c.id = o.case_id JOIN household h ON h.id = c.household_id
    WHERE h.local_government_code = ${municipality} AND t.at >= ${from} AND t.at < ${until}
    GROUP BY 1, 2`,
};

/** 参加支援 マッチング: somebody and a menu brought together, by the month in which it was proposed. */
export const matches: CountIndicator = {
  id: 'PARTICIPATION_MATCHES',
  name: '参加支援 マッチング数',
  rows: ['マッチング'],
  read: ({ manager, municipality, from, until }) => manager.sql`
    SELECT 'マッチング' AS row, to_char(s.at AT TIME ZONE 'Asia/Tokyo', 'YYYY-MM') AS month, count(*)::int AS count
    FROM participation_step s JOIN participation_match m ON m.id = s.match_id
    JOIN participation p ON p.id = m.participation_id
    JOIN support_case c ON c.id = p.case_id JOIN household h ON h.id = c.household_id
    WHERE h.local_government_code = ${municipality} AND s.state = 'PROPOSED' AND s.at >= ${from} AND s.at < ${until}
    GROUP BY 2`,
};

/** 参加支援 定着: of the matches proposed in the year so far, those that settled. */
export const settled: ShareIndicator = {
  id: 'PARTICIPATION_SETTLED',
  name: '参加支援の定着',
  read: ({ manager, municipality, from, until }) => manager.sql<Part[]>`
    SELECT 'マッチング' AS row, count(*)::int AS whole,
      count(*) FILTER (WHERE EXISTS (
        SELECT 1 FROM participation_step later
        WHERE later.match_id = s.match_id AND later.state = 'SETTLED' AND later.at < ${until}))::int AS part
    FROM participation_step s JOIN participation_match m ON m.id = s.match_id
    JOIN participation p ON p.id = m.participation_id
    JOIN support_case c ON c.id = p.case_id JOIN household h ON h.id = c.household_id
    WHERE h.local_government_code = ${municipality} AND s.state = 'PROPOSED' AND s.at >= ${from} AND s.at < ${until}`,
};
