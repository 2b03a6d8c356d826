import { person, protectiveMeasures } from '@kasane/sample-municipality';
import { officeCode, staffId, startOfJapanDay } from '@kasane/vocabulary';

/** The measures of the sample, as its officers registered them on their first day. */
export const measures = protectiveMeasures.map(
  ({ person: key, handlingOffices, restrictedStaff, from, to }) => ({
    id: `measure-${key}`,
    personId: person(key).id,
    handlingOffices,
    restrictedStaff,
    from,
    to,
    registeredBy: staffId('sample'),
    registeredAtOffice: handlingOffices[0] ?? officeCode('sample'),
    registeredAt: startOfJapanDay(from),
  }),
);
