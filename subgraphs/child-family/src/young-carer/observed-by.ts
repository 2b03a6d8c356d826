import { disclosedSdl } from '@kasane/subgraph-kit';
import { Category } from '@kasane/vocabulary';
import type { ChildFamilyContext } from '../loaders.js';
import type { YoungCarerRecord } from './young-carer-record.js';

/** A field that decorators cannot say: `Office` is told in the kit's SDL, not by a class. */
export const observedBySdl = `
extend type YoungCarerRecord {
  "把握した機関 — office that observed it"
  observedBy: Office ${disclosedSdl(Category.YOUNG_CARER)}
}`;

export const observedByResolvers = {
  YoungCarerRecord: {
    observedBy: async ({ officeCode }: YoungCarerRecord, _: unknown, { loaders }: ChildFamilyContext) =>
      (await loaders.offices.load(officeCode)) ?? { code: officeCode },
  },
};
