import {
  COLLABORATION,
  officeCode,
  OfficeKind,
  OfficeStatus,
  OperationMode,
  type SectorId,
} from '@kasane/vocabulary';
import { KATO } from './municipalities.js';
import type { SampleOffice } from './sample-office.js';
import { CHILD_FAMILY, DISABILITY_SUPPORT, ELDER_CARE, LIVELIHOOD_SUPPORT } from './sectors.js';

const division = (
  code: string,
  name: string,
  sector: SectorId | undefined,
  kind: OfficeKind,
  note?: string,
): SampleOffice => ({
  code: officeCode(`kato-${code}`),
  sector,
  kind,
  name,
  address: null,
  localGovernmentCode: KATO,
  districts: [],
  cityWide: kind !== OfficeKind.PLANNING_CONSULTATION_OFFICE && kind !== OfficeKind.SUPPORT_AGENCY,
  operationMode: OperationMode.UNSTATED,
  status: OfficeStatus.OPEN,
  ...(note !== undefined && { note }),
});

const {
  MULTI_AGENCY_COORDINATOR,
  COMMUNITY_GENERAL_SUPPORT_CENTER,
  PLANNING_CONSULTATION_OFFICE,
  CITY_DIVISION,
  SUPPORT_AGENCY,
} = OfficeKind;

const general = '記載は「福祉総務課（児童福祉係、ひとり親担当、重層担当）」。担当ごとに一件とした。';
const welfare = '記載は「社会福祉課（困窮、障害）」。一つの課が二分野を担うため、分野ごとに一件とした。';

const table = '記載は令和6年度の支援会議の表。';
const figure = '記載は多機関協働事業の図。';

/**
 * 加東市, as its 支援会議 example lists those who met, and then those whom it names besides as taking part in such
 * meetings. The document prints no address, and a division that serves several sectors stands once per sector: an
 * office has one sector, because a sector's system knows only its own.
 */
export const katoOffices: readonly SampleOffice[] = [
  division('fukushi-somu', '福祉総務課（重層担当）', COLLABORATION, MULTI_AGENCY_COORDINATOR, general),
  division('fukushi-somu-jido', '福祉総務課（児童福祉係）', CHILD_FAMILY, CITY_DIVISION, general),
  division('fukushi-somu-hitorioya', '福祉総務課（ひとり親担当）', CHILD_FAMILY, CITY_DIVISION, general),
  division('korei-kaigo', '高齢介護課（地域包括支援センター）', ELDER_CARE, COMMUNITY_GENERAL_SUPPORT_CENTER),
  division('shakai-fukushi-shougai', '社会福祉課（障害）', DISABILITY_SUPPORT, CITY_DIVISION, welfare),
  division('shakai-fukushi-konkyu', '社会福祉課（困窮）', LIVELIHOOD_SUPPORT, CITY_DIVISION, welfare),
  division('keikaku-sodan', '計画相談事業所', DISABILITY_SUPPORT, PLANNING_CONSULTATION_OFFICE),
  division('kodomo-kyoiku', 'こども教育課（こども園）', undefined, CITY_DIVISION),
  division('gakko-kyoiku', '学校教育課（小中学校）', undefined, CITY_DIVISION),
  division('toshi-seisaku', '都市政策課（市営住宅）', undefined, CITY_DIVISION),
  division('dv-center', 'DVセンター', undefined, SUPPORT_AGENCY, table),
  division('shakyo', '社協', undefined, SUPPORT_AGENCY, table),
  division('kucho', '区長', undefined, SUPPORT_AGENCY, figure),
  division('minsei-jido-iin', '民生児童委員', undefined, SUPPORT_AGENCY, figure),
  division('keisatsu', '警察', undefined, SUPPORT_AGENCY, figure),
];
