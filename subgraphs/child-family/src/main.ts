import 'reflect-metadata';
import { runSubgraph } from '@kasane/subgraph-kit';
import { childFamily } from './child-family.js';

await runSubgraph(childFamily);
