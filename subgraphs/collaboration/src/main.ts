import 'reflect-metadata';
import { runSubgraph } from '@kasane/subgraph-kit';
import { collaboration } from './collaboration.js';

await runSubgraph(collaboration);
