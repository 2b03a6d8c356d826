export { schoolEducation } from './school-education.js';
