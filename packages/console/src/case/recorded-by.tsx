import type { ReactNode } from 'react';
import { useOffices } from '../office/offices.js';
import { StaffName } from '../office/staff.js';
import { moment } from '../words/words.js';

/** By which office and whom something of a case was recorded, and when. */
export function RecordedBy({
  office,
  staffId,
  at,
}: {
  readonly office: string | null;
  readonly staffId: string | null;
  readonly at?: string | null;
}): ReactNode {
  const offices = useOffices();
  return (
    <>
      {offices.name(office)} <StaffName id={staffId} /> {at && moment(at)}
    </>
  );
}
