import { disabilitySupport } from '@kasane-subgraphs/disability-support';
import { serveUnfiltered } from './serve.js';

await serveUnfiltered(disabilitySupport);
