import { livelihoodSupport } from '@kasane-subgraphs/livelihood-support';
import { serveUnfiltered } from './serve.js';

await serveUnfiltered(livelihoodSupport);
