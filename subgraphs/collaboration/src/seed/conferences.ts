import { household, person, staffById } from '@kasane/sample-municipality';
import { officeCode, type StaffId } from '@kasane/vocabulary';
import type { EntityManager } from 'typeorm';
import { AgendaKind, AgendaOutcome, ConferenceKind } from '../conference/conference-kind.js';
import {
  AgendaItemRow,
  AgendaResultRow,
  AttendanceRow,
  ConferencePersonRow,
  ConferenceRoleRow,
  ConferenceRow,
  MinutesApprovalRow,
  MinutesRow,
  ParticipantRow,
} from '../conference/conference-tables.js';

const conferenceId = 'conf-h12-1';
const at = new Date('2026-06-15T05:00:00Z');
const after = new Date('2026-06-18T01:00:00Z');
const recordedBy = 'kato-coordinator' as StaffId;
const { id: householdId } = household('H12');
const ids = (...keys: readonly string[]) => keys.map((key) => person(key).id);
const everybody = ids('h12-self', 'h12-spouse', 'h12-child');

/** The 重層的支援会議 of H12, all three of whom had consented: with its minutes approved and its roles agreed. */
export async function seedConferences(manager: EntityManager): Promise<void> {
  await manager.insert(ConferenceRow, {
    id: conferenceId,
    kind: ConferenceKind.MULTILAYER,
    sessionId: null,
    caseId: 'case-h12',
    officeCode: officeCode('kato-fukushi-somu'),
    convenedBy: recordedBy,
    secretariat: recordedBy,
    heldAt: at,
    place: '市役所 301会議室',
    movedFrom: null,
    createdAt: new Date('2026-06-01T01:00:00Z'),
  });
  await manager.insert(
    ConferencePersonRow,
    everybody.map((personId) => ({ conferenceId, personId, householdId })),
  );
  await manager.insert(AgendaItemRow, [
    item(1, AgendaKind.DIRECTION, '在宅の生活を続けるための支援の方向性'),
    item(2, AgendaKind.ROLES, '通院と外出を誰が支えるか'),
  ]);
  await manager.insert(AgendaResultRow, [
    {
      itemId: `${conferenceId}-1`,
      conferenceId,
      outcome: AgendaOutcome.AGREED,
      words: '三人の意向に沿い、在宅の生活を続けることを確認した。',
      recordedBy,
      at,
    },
  ]);
  const seats = ['kato-elder-care-worker', 'kato-shougai-worker'].map((id) => {
    const { staffId, office, name, capacity, note } = staffById(id);
    return { conferenceId, seatKey: `${staffId} ${office}`, staffId, office, name, capacity, note };
  });
  await manager.insert(
    ParticipantRow,
    seats.map(({ office, note, ...seat }) => ({
      ...seat,
      officeCode: office,
      affiliation: note.split(' — ')[0] ?? office,
      invitedBy: recordedBy,
      invitedAt: at,
    })),
  );
  await manager.insert(
    AttendanceRow,
    seats.map(({ seatKey }) => ({ conferenceId, seatKey, recordedBy, at })),
  );
  await manager.insert(MinutesRow, {
    conferenceId,
    version: 1,
    shared: [{ office: officeCode('kato-korei-kaigo'), what: '介護サービスの利用の状況' }],
    discussion: '通院の付き添いを分担し、三か月後に見直す。',
    gaps: ['夕方に外出を支える人'],
    nextOn: '2026-09-14',
    writtenBy: recordedBy,
    writtenAt: at,
  });
  await manager.insert(MinutesApprovalRow, {
    conferenceId,
    version: 1,
    approvedBy: recordedBy,
    approvedAt: after,
  });
  await manager.insert(ConferenceRoleRow, [
    role(1, 'kato-korei-kaigo', ids('h12-self', 'h12-spouse'), '介護サービスの調整'),
    role(2, 'kato-shakai-fukushi-shougai', ids('h12-child'), '外出の支援の調整'),
  ]);
}

const item = (number: number, kind: AgendaKind, topic: string) => ({
  id: `${conferenceId}-${number}`,
  conferenceId,
  number,
  householdId,
  kind,
  topic,
  planId: null,
});

const role = (number: number, office: string, persons: ReturnType<typeof ids>, what: string) => ({
  conferenceId,
  version: 1,
  number,
  officeCode: officeCode(office),
  householdId,
  persons,
  what,
  until: '2027-03-31',
});
