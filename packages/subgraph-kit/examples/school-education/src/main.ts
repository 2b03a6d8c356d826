import 'reflect-metadata';
import { runSubgraph } from '@kasane/subgraph-kit';
import { schoolEducation } from './school-education.js';

await runSubgraph(schoolEducation);
