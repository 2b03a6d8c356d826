import { registerLabelledEnum } from '@kasane/subgraph-kit';

/** 障害高齢者の日常生活自立度, as written in the care-insurance papers. */
export const DisabilityIndependence = {
  INDEPENDENT: '自立',
  J1: 'J1',
  J2: 'J2',
  A1: 'A1',
  A2: 'A2',
  B1: 'B1',
  B2: 'B2',
  C1: 'C1',
  C2: 'C2',
} as const;
export type DisabilityIndependence = (typeof DisabilityIndependence)[keyof typeof DisabilityIndependence];

/** 認知症高齢者の日常生活自立度, as written in the care-insurance papers. */
export const DementiaIndependence = {
  INDEPENDENT: '自立',
  I: 'I',
  IIA: 'IIa',
  IIB: 'IIb',
  IIIA: 'IIIa',
  IIIB: 'IIIb',
  IV: 'IV',
  M: 'M',
} as const;
export type DementiaIndependence = (typeof DementiaIndependence)[keyof typeof DementiaIndependence];

const independent = { ja: '自立', en: 'independent' };
const grade = (written: string) => ({ ja: written, en: `grade ${written}` });

registerLabelledEnum(
  DisabilityIndependence,
  'DisabilityIndependence',
  { ja: '障害高齢者の日常生活自立度', en: 'independence in daily life of elderly persons with disabilities' },
  {
    INDEPENDENT: independent,
    J1: grade('J1'),
    J2: grade('J2'),
    A1: grade('A1'),
    A2: grade('A2'),
    B1: grade('B1'),
    B2: grade('B2'),
    C1: grade('C1'),
    C2: grade('C2'),
  },
);
registerLabelledEnum(
  DementiaIndependence,
  'DementiaIndependence',
  { ja: '認知症高齢者の日常生活自立度', en: 'independence in daily life of elderly persons with dementia' },
  {
    INDEPENDENT: independent,
    I: grade('I'),
    IIA: grade('IIa'),
    IIB: grade('IIb'),
    IIIA: grade('IIIa'),
    IIIB: grade('IIIb'),
    IV: grade('IV'),
    M: grade('M'),
  },
);
