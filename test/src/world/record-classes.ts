import 'reflect-metadata';
import { childFamily } from '@kasane-subgraphs/child-family';
import { disabilitySupport } from '@kasane-subgraphs/disability-support';
import { elderCare } from '@kasane-subgraphs/elder-care';
import { livelihoodSupport } from '@kasane-subgraphs/livelihood-support';
import { getMetadataArgsStorage } from 'typeorm';
import { sectorTables } from './sector-tables.js';

/** By sector and table the class of a record: the first half of the name under which its owner releases it. */
export const recordClasses: Readonly<Record<string, Readonly<Record<string, string>>>> = Object.fromEntries(
  [elderCare, disabilitySupport, childFamily, livelihoodSupport].map(({ sector, entities }) => [
    sector,
    Object.fromEntries(
      getMetadataArgsStorage()
        .tables.filter(({ target }) => (entities as readonly unknown[]).includes(target))
        .flatMap(({ name, target }) =>
          name !== undefined && typeof target === 'function' && name in (sectorTables[sector] ?? {})
            ? [[name, target.name]]
            : [],
        ),
    ),
  ]),
);
