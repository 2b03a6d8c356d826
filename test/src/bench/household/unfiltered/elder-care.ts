import { elderCare } from '@kasane-subgraphs/elder-care';
import { serveUnfiltered } from './serve.js';

await serveUnfiltered(elderCare);
