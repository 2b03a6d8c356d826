import { officeCode, type OfficeCode, type SectorId } from '@kasane/vocabulary';
import { AIZU_WAKAMATSU, KATO } from '../municipalities.js';
import { offices } from '../offices.js';
import { CHILD_FAMILY, DISABILITY_SUPPORT, ELDER_CARE, LIVELIHOOD_SUPPORT } from '../sectors.js';

const cityWide = {
  [AIZU_WAKAMATSU]: {
    coordinator: 'aizu-chiiki-fukushi',
    [ELDER_CARE]: 'aizu-houkatsu-1',
    [DISABILITY_SUPPORT]: 'aizu-shougai-kikan',
    [CHILD_FAMILY]: 'aizu-kodomo-katei',
    [LIVELIHOOD_SUPPORT]: 'aizu-seikatsu-support',
  },
  [KATO]: {
    coordinator: 'kato-fukushi-somu',
    [ELDER_CARE]: 'kato-korei-kaigo',
    [DISABILITY_SUPPORT]: 'kato-shakai-fukushi-shougai',
    [CHILD_FAMILY]: 'kato-fukushi-somu-jido',
    [LIVELIHOOD_SUPPORT]: 'kato-shakai-fukushi-konkyu',
  },
} as const;

/** The cities that can be generated. */
export type CityCode = keyof typeof cityWide;
export const isCityCode = (code: string): code is CityCode => code in cityWide;

/** The desk of a sector, or the coordinator's, that a household of this district goes to. */
export function deskOf(
  municipality: CityCode,
  district: string,
  sector: SectorId | 'coordinator',
): OfficeCode {
  const own =
    (sector === ELDER_CARE || sector === DISABILITY_SUPPORT) &&
    offices.find((one) => one.sector === sector && one.districts.includes(district))?.code;
  return own || officeCode((cityWide[municipality] as Readonly<Record<string, string>>)[sector] ?? '');
}
