import { isCaseWorker } from '../case/case-worker.js';
import type { OpenItemRow, OpenItemSource } from '../desk/open-item.js';
import { isManager } from '../desk/own-seats.js';

/**
 * Referrals that wait: with their holder; and once the day is over also with who sent them, so that what nobody answers
 * does not stay unseen. What is overdue the whole office sees, should its holder be away.
 */
export const referralSource: OpenItemSource = (manager, { viewer, today, limit }) => {
  // Who shares an office with those who work on cases, and works on none, sees nothing of them.
  if (!isCaseWorker(viewer)) return Promise.resolve([]);
  return manager.sql<OpenItemRow[]>`
    SELECT CASE r.state WHEN 'SENT' THEN 'REFERRAL_TO_ANSWER' WHEN 'ACCEPTED' THEN 'FIRST_CONTACT'
                        ELSE 'REFERRAL_SENT_BACK' END AS kind,
           r.id, r.case_id AS "caseId", r.holder_office AS office, r.holder_staff AS staff, r.due_on AS due, r.since,
           (SELECT json_agg(p.person_id ORDER BY p.person_id) FROM referral_person p WHERE p.referral_id = r.id) AS persons
    FROM (
      (SELECT held.*, (SELECT max(e.at) FROM referral_event e WHERE e.referral_id = held.id) AS since
       FROM referral held
       WHERE held.holder_office = ${viewer.office} AND held.due_on IS NOT NULL
         AND (held.holder_staff IS NULL OR held.holder_staff = ${viewer.staffId} OR held.due_on < ${today}
              OR ${isManager(viewer)}::boolean)
       ORDER BY held.due_on, held.id LIMIT ${limit})
      UNION ALL
      (SELECT sent.*, (SELECT max(e.at) FROM referral_event e WHERE e.referral_id = sent.id) AS since
       FROM referral sent
       WHERE sent.from_office = ${viewer.office} AND sent.due_on < ${today} AND sent.holder_office <> sent.from_office
       ORDER BY sent.due_on, sent.id LIMIT ${limit})
    ) r
    ORDER BY r.due_on, r.id LIMIT ${limit}`;
};
