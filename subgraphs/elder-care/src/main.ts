import 'reflect-metadata';
import { runSubgraph } from '@kasane/subgraph-kit';
import { elderCare } from './elder-care.js';

await runSubgraph(elderCare);
