import { childFamily } from '@kasane-subgraphs/child-family';
import { serveUnfiltered } from './serve.js';

await serveUnfiltered(childFamily);
