import type { Viewer } from '@kasane/identity';
import { Capacity, officeCode, Purpose, Role, staffId, type StaffId } from '@kasane/vocabulary';
import { randomBytes } from 'node:crypto';

/** A member of staff whom no record of the sector names. */
export const aStranger = (): Viewer => ({
  staffId: newStaffId(),
  office: officeCode('conformance-office'),
  capacity: Capacity.CITY_STAFF,
  roles: [Role.COORDINATOR],
  purpose: Purpose.SERVICE_COORDINATION,
  requestId: 'conformance-request',
});

/** Found again in the ledger, and nobody's. */
export const newStaffId = (): StaffId => staffId(`conformance-${randomBytes(6).toString('hex')}`);

/** Who answers an access request, and so may read who looked. */
export const anOfficer = { roles: [Role.PRIVACY_OFFICER], purpose: Purpose.SUBJECT_ACCESS } as const;
