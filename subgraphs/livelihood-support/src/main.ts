import 'reflect-metadata';
import { runSubgraph } from '@kasane/subgraph-kit';
import { livelihoodSupport } from './livelihood-support.js';

await runSubgraph(livelihoodSupport);
