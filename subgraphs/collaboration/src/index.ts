export { collaboration } from './collaboration.js';
