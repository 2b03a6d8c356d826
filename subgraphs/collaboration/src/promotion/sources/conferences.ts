import type { CountIndicator, MedianIndicator, Part, ShareIndicator } from '../indicator-source.js';

/** 支援会議: sessions under 社会福祉法 第106条の6 by the month in which they opened. */
export const supportConferences: CountIndicator = {
  id: 'SUPPORT_CONFERENCES',
  name: '支援会議 開催回数',
  rows: ['開催回数'],
  read: ({ manager, municipality, from, until }) => manager.sql`
    SELECT '開催回数' AS row, to_char(s.opens_at AT TIME ZONE 'Asia/Tokyo', 'YYYY-MM') AS month, count(*)::int AS count
    FROM statutory_session s JOIN office o ON o.code = s.office_code
    WHERE s.basis = 'SWA_106_6' AND o.local_government_code = ${municipality}
      AND s.opens_at >= ${from} AND s.opens_at < ${until}
    GROUP BY 2`,
};

/** 支援会議で検討した世帯: households on their agendas; one that was talked about twice counts twice. */
export const supportConferenceCases: CountIndicator = {
  id: 'SUPPORT_CONFERENCE_CASES',
  name: '支援会議 検討件数',
  rows: ['検討件数'],
  read: ({ manager, municipality, from, until }) => manager.sql`
    SELECT '検討件数' AS row, to_char(s.opens_at AT TIME ZONE 'Asia/Tokyo', 'YYYY-MM') AS month, count(*)::int AS count
    FROM statutory_session s JOIN office o ON o.code = s.office_code JOIN session_household h ON h.session_id = s.id
    WHERE s.basis = 'SWA_106_6' AND o.local_government_code = ${municipality}
      AND s.opens_at >= ${from} AND s.opens_at < ${until}
    GROUP BY 2`,
};

/** 重層的支援会議: those of which there are minutes. */
export const multilayerConferences: CountIndicator = {
  id: 'MULTILAYER_CONFERENCES',
  name: '重層的支援会議 開催回数',
  rows: ['開催回数'],
  read: ({ manager, municipality, from, until }) => manager.sql`
    SELECT '開催回数' AS row, to_char(c.held_at AT TIME ZONE 'Asia/Tokyo', 'YYYY-MM') AS month, count(*)::int AS count
    FROM conference c JOIN office o ON o.code = c.office_code
    WHERE c.kind = 'MULTILAYER' AND o.local_government_code = ${municipality}
      AND c.held_at >= ${from} AND c.held_at < ${until}
      AND EXISTS (SELECT 1 FROM conference_minutes m WHERE m.conference_id = c.id)
    GROUP BY 2`,
};

/** 重層的支援会議の参加機関: offices, or affiliations on paper, of who came; each once for a meeting. */
export const multilayerOffices: CountIndicator = {
  id: 'MULTILAYER_OFFICES',
  name: '重層的支援会議 参加機関数(延べ)',
  rows: ['参加機関数'],
  read: ({ manager, municipality, from, until }) => manager.sql`
    SELECT '参加機関数' AS row, month, count(*)::int AS count FROM (
      SELECT DISTINCT c.id, to_char(c.held_at AT TIME ZONE 'Asia/Tokyo', 'YYYY-MM') AS month,
             coalesce(p.office_code, p.affiliation) AS who
      FROM conference c JOIN office o ON o.code = c.office_code
      JOIN conference_attendance a ON a.conference_id = c.id
      JOIN conference_participant p ON p.conference_id = c.id AND p.seat_key = a.seat_key
      WHERE c.kind = 'MULTILAYER' AND o.local_government_code = ${municipality}
        AND c.held_at >= ${from} AND c.held_at < ${until}) came
    GROUP BY 2`,
};

/** 役割分担: what offices took upon themselves, by the newest minutes that were approved; who holds the ball. */
export const rolesByOffice: CountIndicator = {
  id: 'ROLES_BY_OFFICE',
  name: '会議で決めた役割(担当機関別)',
  rows: [],
  read: ({ manager, municipality, from, until }) => manager.sql`
    SELECT owner.name AS row, to_char(c.held_at AT TIME ZONE 'Asia/Tokyo', 'YYYY-MM') AS month, count(*)::int AS count
    FROM conference c JOIN office o ON o.code = c.office_code
    JOIN conference_role r ON r.conference_id = c.id
      AND r.version = (SELECT max(ok.version) FROM conference_minutes_approval ok WHERE ok.conference_id = c.id)
    JOIN office owner ON owner.code = r.office_code
    WHERE o.local_government_code = ${municipality} AND c.held_at >= ${from} AND c.held_at < ${until}
    GROUP BY 1, 2`,
};

/** 支援会議→重層移行率: of the 支援会議 with papers, those that went on by consent. More meetings are not better. */
export const movedToMultilayer: ShareIndicator = {
  id: 'MOVED_TO_MULTILAYER',
  name: '支援会議から重層的支援会議への移行',
  read: ({ manager, municipality, from, until }) => manager.sql<Part[]>`
    SELECT '支援会議' AS row, count(*)::int AS whole,
      count(*) FILTER (WHERE EXISTS (
        SELECT 1 FROM conference later WHERE later.moved_from = c.id AND later.created_at < ${until}))::int AS part
    FROM conference c JOIN office o ON o.code = c.office_code
    WHERE c.kind = 'SUPPORT' AND o.local_government_code = ${municipality}
      AND c.held_at >= ${from} AND c.held_at < ${until}`,
};

/** 会議録の承認まで: days from a meeting to the first approval of its minutes. */
export const daysToMinutes: MedianIndicator = {
  id: 'DAYS_TO_MINUTES',
  name: '会議から会議録承認までの日数',
  async read({ manager, municipality, from, until }) {
    const rows = await manager.sql<{ readonly days: number }[]>`
      SELECT (extract(epoch FROM min(ok.approved_at) - c.held_at) / 86400)::float AS days
      FROM conference c JOIN office o ON o.code = c.office_code
      JOIN conference_minutes_approval ok ON ok.conference_id = c.id
      WHERE o.local_government_code = ${municipality} AND c.held_at >= ${from} AND ok.approved_at < ${until}
      GROUP BY c.id`;
    return rows.map(({ days }) => days);
  },
};
