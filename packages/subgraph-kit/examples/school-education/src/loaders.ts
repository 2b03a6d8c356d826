import type { SectorContext, SectorRequest } from '@kasane/subgraph-kit';
import { Enrolment } from './enrolment/enrolment.js';

/** Made anew for each request; read only when a permitted field asks. */
export const loaders = ({ links }: SectorRequest) => ({
  enrolments: links.rows(Enrolment, { from: 'DESC', id: 'ASC' }),
});

export type SchoolEducationContext = SectorContext<ReturnType<typeof loaders>>;
