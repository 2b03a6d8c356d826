import { notPersonalSdl, type FederationOptions } from '@kasane/subgraph-kit';
import { grantField, sectorsOf, type SectorEntry } from '@kasane/vocabulary';
import type { CollaborationContext } from '../context.js';
import type { Household } from '../household/household.js';
import type { Person } from '../person/person.js';

const SEALED = notPersonalSdl('a signed grant for one sector, never shown to a client');

/**
 * One inaccessible field per registered sector, on `Person` and on `Household`: how a grant travels through the query
 * plan to the sector that it is for. A new sector is a row in the registry; this code does not change.
 */
export function grantFields(
  registry: readonly SectorEntry[],
): Pick<FederationOptions<CollaborationContext>, 'extraSdl' | 'extraResolvers'> {
  const sectors = sectorsOf(registry);
  const fields = sectors
    .map((sector) => `  ${grantField(sector)}: String @inaccessible ${SEALED}`)
    .join('\n');
  return {
    extraSdl: `extend type Person {\n${fields}\n}\nextend type Household {\n${fields}\n}`,
    extraResolvers: {
      Person: Object.fromEntries(
        sectors.map((sector) => [
          grantField(sector),
          ({ id }: Person, _: unknown, { scope }: CollaborationContext) => scope.personGrant(sector, id),
        ]),
      ),
      Household: Object.fromEntries(
        sectors.map((sector) => [
          grantField(sector),
          ({ id }: Household, _: unknown, { scope }: CollaborationContext) =>
            scope.householdGrant(sector, id),
        ]),
      ),
    },
  };
}
