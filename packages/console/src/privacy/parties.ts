import { ledgers } from '../generated/ledgers.js';

/** Who keeps a ledger, and how it is asked. */
export type Party = (typeof ledgers)[number];
export const parties: readonly Party[] = ledgers;

export const nameOfSector = (id: string): string => parties.find((party) => party.id === id)?.name ?? id;
