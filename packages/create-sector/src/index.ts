export { problemsOf, type Answers } from './answers.js';
export { createSector, FolderExistsError } from './create-sector.js';
export { MODEL } from './rewrite.js';
