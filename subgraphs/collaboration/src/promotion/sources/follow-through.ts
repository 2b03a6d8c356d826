import type { Part, ShareIndicator } from '../indicator-source.js';

/**
 * 未完了の支援内容: of what decided plans gave to an office in the year so far, what it still held when the last month
 * ended; who holds the ball. As of that day, by the steps until then.
 */
export const openActions: ShareIndicator = {
  id: 'OPEN_ACTIONS',
  name: '未完了の支援内容(担当機関別)',
  read: ({ manager, municipality, from, until }) => manager.sql<Part[]>`
    SELECT o.name AS row, count(*)::int AS whole,
      count(*) FILTER (
        WHERE NOT EXISTS (SELECT 1 FROM plan_item_event e
                          WHERE e.item_id = i.id AND e.to_state IN ('DONE', 'CANNOT_DO') AND e.at < ${until})
          AND NOT EXISTS (SELECT 1 FROM support_plan_event e
                          WHERE e.plan_id = p.id AND e.to_state IN ('REPLANNED', 'SUSPENDED', 'CLOSED') AND e.at < ${until})
      )::int AS part
    FROM plan_item i JOIN support_plan p ON p.id = i.plan_id
    JOIN household h ON h.id = p.household_id JOIN office o ON o.code = i.office_code
    WHERE h.local_government_code = ${municipality} AND i.given_at >= ${from} AND i.given_at < ${until}
    GROUP BY 1 ORDER BY 1`,
};

/** モニタリングの遅れ: of those planned for a day of the year so far, those not held by that day. */
export const overdueMonitoring: ShareIndicator = {
  id: 'OVERDUE_MONITORING',
  name: '予定日までに行われなかったモニタリング',
  read: ({ manager, municipality, fromDay, untilDay }) => manager.sql<Part[]>`
    SELECT '予定されたモニタリング' AS row, count(*)::int AS whole,
      count(*) FILTER (WHERE planned.held_on IS NULL OR planned.held_on > planned.planned_on)::int AS part
    FROM (SELECT plan_id, planned_on, held_on FROM plan_monitoring
          UNION ALL
          SELECT id, next_monitoring_on, NULL FROM support_plan WHERE state = 'DECIDED') planned
    JOIN support_plan p ON p.id = planned.plan_id JOIN household h ON h.id = p.household_id
    WHERE h.local_government_code = ${municipality}
      AND planned.planned_on >= ${fromDay} AND planned.planned_on < ${untilDay}`,
};

/** 主担当を定めた終結: of the cases closed in the year so far, those that were closed to a named office. */
export const closedToLead: ShareIndicator = {
  id: 'CLOSED_TO_LEAD',
  name: '終結後の主担当を定めた終結',
  read: ({ manager, municipality, from, until }) => manager.sql<Part[]>`
    SELECT '終結' AS row, count(*)::int AS whole, count(closing.case_id)::int AS part
    FROM case_event e JOIN support_case c ON c.id = e.case_id JOIN household h ON h.id = c.household_id
    LEFT JOIN case_closing closing ON closing.case_id = c.id
    WHERE h.local_government_code = ${municipality} AND e.to_status = 'CLOSED' AND e.at >= ${from} AND e.at < ${until}`,
};
