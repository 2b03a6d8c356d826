/** A closed vocabulary's word in both languages: what staff read, and what developers read. */
export interface Label {
  readonly ja: string;
  readonly en: string;
}

/** `要介護認定 — care-need certification`: how every schema description is written. */
export const bilingual = ({ ja, en }: Label): string => `${ja} — ${en}`;
