import 'reflect-metadata';
import { runSubgraph } from '@kasane/subgraph-kit';
import { disabilitySupport } from './disability-support.js';

await runSubgraph(disabilitySupport);
