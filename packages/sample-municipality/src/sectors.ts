import { sectorId } from '@kasane/vocabulary';

/** The four sectors of both cities' documents: 介護, 障がい, 子育て, 生活困窮. */
export const ELDER_CARE = sectorId('elder-care');
export const DISABILITY_SUPPORT = sectorId('disability-support');
export const CHILD_FAMILY = sectorId('child-family');
export const LIVELIHOOD_SUPPORT = sectorId('livelihood-support');
