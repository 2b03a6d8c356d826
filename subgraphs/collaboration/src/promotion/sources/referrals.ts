import { sendBackLabels, type SendBackReason } from '../../referral/referral-words.js';
import type { CountIndicator, MedianIndicator, Part, ShareIndicator } from '../indicator-source.js';

/** つなぎ先別件数: referrals by the office to which they went, in the month in which they were sent. */
export const referralsByOffice: CountIndicator = {
  id: 'REFERRALS_BY_OFFICE',
  name: 'つなぎ(つなぎ先別)',
  rows: [],
  read: ({ manager, municipality, from, until }) => manager.sql`
    SELECT o.name AS row, to_char(r.sent_at AT TIME ZONE 'Asia/Tokyo', 'YYYY-MM') AS month, count(*)::int AS count
    FROM referral r JOIN household h ON h.id = r.household_id JOIN office o ON o.code = r.to_office
    WHERE h.local_government_code = ${municipality} AND r.sent_at >= ${from} AND r.sent_at < ${until}
    GROUP BY 1, 2`,
};

/** 差戻し(理由別): that a referral was sent back, by why. */
export const sentBack: CountIndicator = {
  id: 'REFERRALS_SENT_BACK',
  name: 'つなぎの差戻し(理由別)',
  rows: Object.values(sendBackLabels).map(({ ja }) => ja),
  async read({ manager, municipality, from, until }) {
    const rows = await manager.sql<{ reason: SendBackReason; month: string; count: number }[]>`
      SELECT e.send_back_reason AS reason, to_char(e.at AT TIME ZONE 'Asia/Tokyo', 'YYYY-MM') AS month, count(*)::int AS count
      FROM referral_event e JOIN referral r ON r.id = e.referral_id JOIN household h ON h.id = r.household_id
      WHERE h.local_government_code = ${municipality} AND e.state = 'SENT_BACK' AND e.at >= ${from} AND e.at < ${until}
      GROUP BY 1, 2`;
    return rows.map(({ reason, ...counted }) => ({ ...counted, row: sendBackLabels[reason].ja }));
  },
};

/** つなぎ受理率: of the referrals sent and answered in the year so far, those whose first answer was to accept. */
export const accepted: ShareIndicator = {
  id: 'REFERRALS_ACCEPTED',
  name: 'つなぎの受理率',
  read: ({ manager, municipality, from, until }) => manager.sql<Part[]>`
    SELECT '回答のあったつなぎ' AS row, count(*)::int AS whole,
      count(*) FILTER (WHERE answer.state = 'ACCEPTED')::int AS part
    FROM referral r JOIN household h ON h.id = r.household_id
    CROSS JOIN LATERAL (SELECT e.state FROM referral_event e
                        WHERE e.referral_id = r.id AND e.state IN ('ACCEPTED', 'SENT_BACK') AND e.at < ${until}
                        ORDER BY e.version LIMIT 1) answer
    WHERE h.local_government_code = ${municipality} AND r.sent_at >= ${from} AND r.sent_at < ${until}`,
};

/** 相談から初回接触まで: days from the opening of a case to the first contact of an office to which it was referred. */
export const daysToContact: MedianIndicator = {
  id: 'DAYS_TO_CONTACT',
  name: '相談から初回接触までの日数',
  async read({ manager, municipality, fromDay, until, untilDay }) {
    const rows = await manager.sql<{ readonly days: number }[]>`
      SELECT min(e.on_date)::date - c.opened_on::date AS days
      FROM support_case c JOIN household h ON h.id = c.household_id
      JOIN referral r ON r.case_id = c.id
      JOIN referral_event e ON e.referral_id = r.id AND e.state = 'CONTACTED' AND e.at < ${until}
      WHERE h.local_government_code = ${municipality} AND c.opened_on >= ${fromDay} AND c.opened_on < ${untilDay}
      GROUP BY c.id`;
    return rows.map(({ days }) => days);
  },
};
