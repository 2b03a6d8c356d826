import type { OfficeCode } from '@kasane/vocabulary';
import { childRearingHubs } from './child-rearing-hubs.js';
import { district } from './districts.js';
import { lookupBy } from './lookup.js';
import { aizuOffices } from './offices-aizu.js';
import { katoOffices } from './offices-kato.js';
import type { SampleOffice } from './sample-office.js';

/** Every office that the two cities' documents name, in the order of the documents. */
export const offices: readonly SampleOffice[] = [...aizuOffices, ...childRearingHubs, ...katoOffices];

/** @throws {Error} when the sample has no such office. */
export const office: (code: OfficeCode | string) => SampleOffice = lookupBy(
  'office',
  offices,
  ({ code }) => code,
);

/**
 * Who serves a district, in every sector: the offices of its name and the city-wide ones of its city.
 * A sector may have none of the district's own: 若松第４ and 河東 have no disability desk.
 */
export function officesServing(districtId: string): readonly SampleOffice[] {
  const { id, localGovernmentCode } = district(districtId);
  return offices.filter(
    (each) =>
      each.districts.includes(id) || (each.cityWide && each.localGovernmentCode === localGovernmentCode),
  );
}
