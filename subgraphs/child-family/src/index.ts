export { childFamily } from './child-family.js';
