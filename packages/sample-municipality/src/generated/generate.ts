import type { SectorId } from '@kasane/vocabulary';
import { childFamilyOf } from './child-family.js';
import { collaborationOf } from './collaboration.js';
import { disabilitySupportOf } from './disability-support.js';
import { elderCareOf } from './elder-care.js';
import { generateHousehold, type GeneratedCity } from './household.js';
import { livelihoodSupportOf } from './livelihood-support.js';
import type { Row, Tables } from './rows.js';

/** What one household is in every database: by sector's id, by table. */
export function generatedRows(city: GeneratedCity, index: number): ReadonlyMap<SectorId, Tables> {
  const household = generateHousehold(city, index);
  const sectors = [elderCareOf, disabilitySupportOf, childFamilyOf, livelihoodSupportOf].map((of) =>
    of(household),
  );
  const parts = [...sectors, collaborationOf(household, sectors)];
  return new Map(parts.map(({ sector, tables }) => [sector, tables]));
}

/** The rows of several households, gathered by table, so that a table is written to once for all of them. */
export function gatheredRows(
  city: GeneratedCity,
  indices: Iterable<number>,
): ReadonlyMap<SectorId, Readonly<Record<string, readonly Row[]>>> {
  const gathered = new Map<SectorId, Record<string, Row[]>>();
  for (const index of indices)
    for (const [sector, tables] of generatedRows(city, index)) {
      const known = gathered.get(sector) ?? {};
      gathered.set(sector, known);
      for (const [table, rows] of Object.entries(tables)) (known[table] ??= []).push(...rows);
    }
  return gathered;
}
