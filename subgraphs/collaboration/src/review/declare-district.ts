import { isOpaqueId } from '@kasane/subgraph-kit';
import { ErrorCode, HubError, Role, type StaffId } from '@kasane/vocabulary';
import { change, lineOf } from '../change.js';
import type { CollaborationContext } from '../context.js';
import { newId } from '../new-id.js';
import { StaffDistrictRow } from './staff-district.js';

/**
 * Records where a worker lives, as the worker says, or the manager of their office.
 * @param staff the viewer themselves when absent
 * @param district none: outside of all our districts
 * @throws {HubError} `FORBIDDEN` for somebody else's home, `BAD_USER_INPUT` for a district that there is not.
 */
export async function declareDistrict(
  staff: string | undefined,
  district: string | null,
  context: CollaborationContext,
): Promise<StaffDistrictRow> {
  const { viewer, now, loaders } = context;
  const who = (staff ?? viewer.staffId) as StaffId;
  if (who !== viewer.staffId && !viewer.roles.includes(Role.OFFICE_MANAGER))
    throw new HubError(ErrorCode.FORBIDDEN);
  if (!isOpaqueId(who)) throw new HubError(ErrorCode.BAD_USER_INPUT, 'staff is not the id of a worker.');
  if (district !== null && !(isOpaqueId(district) && (await loaders.districts.load(district))))
    throw new HubError(ErrorCode.BAD_USER_INPUT, 'その圏域はありません。 There is no such district.');
  const row: StaffDistrictRow = {
    id: newId('sd'),
    staffId: who,
    officeCode: viewer.office,
    districtId: district,
    declaredBy: viewer.staffId,
    declaredAt: now,
  };
  await change(context, [lineOf('Mutation.declareOwnDistrict', row.id)], async (transaction) => {
    await transaction.insert(StaffDistrictRow, row);
  });
  return row;
}
