import { collaboration } from '@kasane-subgraphs/collaboration';
import { serveUnfiltered } from './serve.js';

await serveUnfiltered(collaboration);
