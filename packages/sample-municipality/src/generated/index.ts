export { ageOn, GENERATED_AS_OF } from './days.js';
export { isCityCode, type CityCode } from './desks.js';
export { gatheredRows, generatedRows } from './generate.js';
export { generatedStaff } from './generated-staff.js';
export {
  generatedHouseholdId,
  generateHousehold,
  type GeneratedCity,
  type GeneratedHousehold,
  type GeneratedMember,
} from './household.js';
export type { Row as GeneratedRow, Tables as GeneratedTables } from './rows.js';
