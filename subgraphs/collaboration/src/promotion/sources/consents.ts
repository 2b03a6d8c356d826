import { categories, type Category } from '@kasane/vocabulary';
import type { CountIndicator, ShareIndicator } from '../indicator-source.js';

/** 本人同意: consents that were given or renewed, of persons who live in a household of the municipality. */
export const consentsGiven: CountIndicator = {
  id: 'CONSENTS',
  name: '本人同意',
  rows: ['同意', '更新'],
  read: ({ manager, municipality, from, until }) => manager.sql`
    SELECT CASE e.state WHEN 'GIVEN' THEN '同意' ELSE '更新' END AS row,
      to_char(e.at AT TIME ZONE 'Asia/Tokyo', 'YYYY-MM') AS month, count(*)::int AS count
    FROM consent_event e JOIN consent c ON c.id = e.consent_id
    WHERE e.state IN ('GIVEN', 'RENEWED') AND e.at >= ${from} AND e.at < ${until}
      AND EXISTS (SELECT 1 FROM household_member m JOIN household h ON h.id = m.household_id
                  WHERE m.person_id = c.subject_id AND h.local_government_code = ${municipality})
    GROUP BY 1, 2`,
};

/**
 * 同意のあるケースの割合: of the cases that were open when the last month ended, those in which somebody's consent to a
 * category was in force then. As of that day, and not of now: else two answers would tell who consented in between.
 */
export const consentByCategory: ShareIndicator = {
  id: 'CONSENT_BY_CATEGORY',
  name: '同意のあるケースの割合(項目別)',
  async read({ manager, municipality, until, untilDay }) {
    const rows = await manager.sql<{ category: Category; part: number; whole: number }[]>`
      WITH open_case AS (
        SELECT c.id, c.household_id FROM support_case c JOIN household h ON h.id = c.household_id
        WHERE h.local_government_code = ${municipality}
          AND c.opened_on < ${untilDay} AND (c.closed_on IS NULL OR c.closed_on >= ${untilDay})),
      in_force AS (
        SELECT consent.subject_id, consent.rules FROM consent
        CROSS JOIN LATERAL (SELECT e.state FROM consent_event e WHERE e.consent_id = consent.id AND e.at < ${until}
                            ORDER BY e.seq DESC LIMIT 1) last
        WHERE last.state IN ('GIVEN', 'RENEWED') AND consent.valid_from < ${until}
          AND coalesce((SELECT e.valid_until FROM consent_event e WHERE e.consent_id = consent.id AND e.at < ${until}
                          AND e.valid_until IS NOT NULL ORDER BY e.seq DESC LIMIT 1), consent.valid_until) > ${until})
      SELECT category, count(DISTINCT o.id)::int AS part, (SELECT count(*)::int FROM open_case) AS whole
      FROM open_case o
      JOIN household_member m ON m.household_id = o.household_id AND m.from_date < ${untilDay}
        AND (m.to_date IS NULL OR m.to_date >= ${untilDay})
      JOIN in_force f ON f.subject_id = m.person_id
      CROSS JOIN LATERAL jsonb_array_elements(f.rules) rule
      CROSS JOIN LATERAL jsonb_array_elements_text(rule -> 'categories') category
      WHERE rule ->> 'effect' = 'PERMIT'
      GROUP BY 1 ORDER BY 1`;
    return rows.map(({ category, ...part }) => ({ ...part, row: categories[category].ja }));
  },
};
