export { livelihoodSupport } from './livelihood-support.js';
