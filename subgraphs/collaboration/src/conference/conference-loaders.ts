import { createLoader, type RequestBase } from '@kasane/subgraph-kit';
import type { HouseholdId } from '@kasane/vocabulary';
import { conferencesAbout, readConferences, type StoredConference } from './conference-repository.js';

/** What a request reads of conferences, each thing once. */
export const conferenceLoaders = ({ manager }: Pick<RequestBase, 'manager'>) => ({
  /** The conferences about a household, the latest first. */
  conferences: createLoader<HouseholdId, readonly StoredConference[]>(
    async (households) => {
      const found = await conferencesAbout(manager, households);
      const stored = await readConferences(manager, [...new Set(found.map(({ id }) => id))]);
      return new Map(
        households.map((household) => [
          household,
          stored.filter(({ people }) => people.some((each) => each.household === household)),
        ]),
      );
    },
    () => [],
  ),
});
