import { registerLabelledEnum } from '@kasane/subgraph-kit';
import { listed } from '@kasane/vocabulary';
import type { DisabilityCertificateType } from './disability-certificate-type.js';

/** The grades of the three certificates. No two of them measure the same: never compare across kinds. */
export const CertificateGrade = {
  PHYSICAL_1: 'PHYSICAL 1級',
  PHYSICAL_2: 'PHYSICAL 2級',
  PHYSICAL_3: 'PHYSICAL 3級',
  PHYSICAL_4: 'PHYSICAL 4級',
  PHYSICAL_5: 'PHYSICAL 5級',
  PHYSICAL_6: 'PHYSICAL 6級',
  INTELLECTUAL_A: 'INTELLECTUAL A',
  INTELLECTUAL_B: 'INTELLECTUAL B',
  INTELLECTUAL_B1: 'INTELLECTUAL B1',
  INTELLECTUAL_B2: 'INTELLECTUAL B2',
  MENTAL_1: 'MENTAL 1級',
  MENTAL_2: 'MENTAL 2級',
  MENTAL_3: 'MENTAL 3級',
} as const;
export type CertificateGrade = (typeof CertificateGrade)[keyof typeof CertificateGrade];

/** The grade that a certificate of this kind states; `null` for one that its kind does not have. */
export const certificateGrade = (
  kind: DisabilityCertificateType | null,
  grade: string | null,
): CertificateGrade | null => listed(CertificateGrade, `${kind} ${grade}`);

registerLabelledEnum(
  CertificateGrade,
  'CertificateGrade',
  { ja: '手帳の等級・程度', en: 'grade of a disability certificate' },
  {
    PHYSICAL_1: { ja: '身体障害者手帳1級', en: 'physical, grade 1' },
    PHYSICAL_2: { ja: '身体障害者手帳2級', en: 'physical, grade 2' },
    PHYSICAL_3: { ja: '身体障害者手帳3級', en: 'physical, grade 3' },
    PHYSICAL_4: { ja: '身体障害者手帳4級', en: 'physical, grade 4' },
    PHYSICAL_5: { ja: '身体障害者手帳5級', en: 'physical, grade 5' },
    PHYSICAL_6: { ja: '身体障害者手帳6級', en: 'physical, grade 6' },
    INTELLECTUAL_A: { ja: '療育手帳A', en: 'intellectual, A' },
    INTELLECTUAL_B: { ja: '療育手帳B', en: 'intellectual, B, where B is not divided' },
    INTELLECTUAL_B1: { ja: '療育手帳B1', en: 'intellectual, B1' },
    INTELLECTUAL_B2: { ja: '療育手帳B2', en: 'intellectual, B2' },
    MENTAL_1: { ja: '精神障害者保健福祉手帳1級', en: 'mental, grade 1' },
    MENTAL_2: { ja: '精神障害者保健福祉手帳2級', en: 'mental, grade 2' },
    MENTAL_3: { ja: '精神障害者保健福祉手帳3級', en: 'mental, grade 3' },
  },
);
