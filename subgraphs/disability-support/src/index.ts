export { disabilitySupport } from './disability-support.js';
