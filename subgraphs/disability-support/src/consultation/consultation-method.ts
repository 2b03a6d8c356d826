import { disclosedSdl } from '@kasane/subgraph-kit';
import { Category, ContactMethod, Level, listed } from '@kasane/vocabulary';
import type { DisabilityConsultation } from './disability-consultation.js';

/** A field that decorators cannot say: `ContactMethod` is told in the kit's SDL, not by an enum of this subgraph. */
export const consultationMethodSdl = `
extend type DisabilityConsultation {
  "支援方法 — how the person was met; null for a way outside the list"
  method: ContactMethod ${disclosedSdl(Category.NOTES, Level.SUMMARY)}
}`;

export const consultationMethodResolvers = {
  DisabilityConsultation: {
    method: ({ method }: DisabilityConsultation) => listed(ContactMethod, method),
  },
};
