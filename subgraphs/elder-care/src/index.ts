export { elderCare } from './elder-care.js';
