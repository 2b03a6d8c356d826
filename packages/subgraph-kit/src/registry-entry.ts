import { ErrorCode, HubError, type SectorEntry, type SectorId } from '@kasane/vocabulary';

/** A sector's row in the registry. @throws {HubError} when it has none */
export function entryOf(registry: readonly SectorEntry[], sector: SectorId): SectorEntry {
  const entry = registry.find(({ id }) => id === sector);
  if (!entry) throw new HubError(ErrorCode.INTERNAL, `The sector registry has no row for ${sector}.`);
  return entry;
}
