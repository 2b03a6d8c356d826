import { notPersonalSdl, officeTypesSdl, referenceId, type FederationOptions } from '@kasane/subgraph-kit';
import { ErrorCode, HubError, sectorId, type SectorEntry } from '@kasane/vocabulary';
import { MunicipalityRow } from '../consent/municipality.js';
import type { CollaborationContext } from '../context.js';
import { DistrictRow, DirectoryOfficeRow } from './office-tables.js';

const MAX_OFFICES = 500;

/** Offices and districts: public data, no consent. Sectors add their own offices to each district. */
export const officeSdl = `
extend type Query {
  "機関の一覧 — all offices, by published facts"
  offices("分野 — sector id" sector: ID, "全国地方公共団体コード — local government code" municipality: ID): [Office!]!
  "日常生活圏域の一覧 — all districts"
  districts(municipality: ID): [District!]!
  "日常生活圏域 — one district"
  district(id: ID!): District
  "分野の一覧 — the sectors that the hub federates"
  sectors: [Sector!]!
  "市町村の一覧 — the municipalities that share the hub"
  municipalities: [Municipality!]!
}
"市町村 — a municipality that shares the hub"
type Municipality ${notPersonalSdl('published names')} {
  "全国地方公共団体コード — local government code"
  code: ID!
  "名称 — name"
  name: String!
}
"分野 — a sector, as registered"
type Sector ${notPersonalSdl('the sector registry')} {
  id: ID!
  name: String!
  categories: [DataCategory!]!
}
"日常生活圏域 — daily-living area"
type District @key(fields: "id") ${notPersonalSdl('public geography')} {
  id: ID!
  "名称 — name"
  name: String
  "全国地方公共団体コード — local government code"
  municipality: ID
}
${officeTypesSdl({
  more: `
  "全国地方公共団体コード — local government code"
  municipality: ID
  "分野 — sector; null for an office outside the sectors"
  sector: ID`,
})}`;

interface ListArguments {
  readonly sector?: string | null;
  readonly municipality?: string | null;
}

export const officeResolvers = (
  registry: readonly SectorEntry[],
): NonNullable<FederationOptions<CollaborationContext>['extraResolvers']> => ({
  Query: {
    async offices(_: unknown, { sector, municipality }: ListArguments, { manager }: CollaborationContext) {
      return manager.find(DirectoryOfficeRow, {
        where: {
          ...(sector && { sectorId: sectorId(sector) }),
          ...(municipality && { localGovernmentCode: municipality }),
        },
        order: { code: 'ASC' },
        take: MAX_OFFICES,
      });
    },
    districts: (_: unknown, { municipality }: ListArguments, { manager }: CollaborationContext) =>
      manager.find(DistrictRow, {
        where: municipality ? { localGovernmentCode: municipality } : {},
        order: { id: 'ASC' },
      }),
    district: (_: unknown, { id }: { id: string }, { loaders }: CollaborationContext) =>
      loaders.districts.load(id),
    municipalities: (_: unknown, __: unknown, { manager }: CollaborationContext) =>
      manager.find(MunicipalityRow, { order: { code: 'ASC' } }),
    sectors: () => registry.map(({ id, name, categories }) => ({ id, name: name.ja, categories })),
  },
  Office: {
    municipality: ({ localGovernmentCode }: DirectoryOfficeRow) => localGovernmentCode,
    sector: (office: DirectoryOfficeRow) => office.sectorId,
  },
  District: { municipality: ({ localGovernmentCode }: DistrictRow) => localGovernmentCode },
});

export const officeReferences: FederationOptions<CollaborationContext>['references'] = {
  Office: (reference, { loaders }) => loaders.offices.load(referenceId(reference, 'code')),
  District: (reference, { loaders }) => loaders.districts.load(referenceId(reference)),
};

/** An office that a record names. @throws {HubError} `INTERNAL` when the directory does not know it. */
export async function officeOf(code: string, { loaders }: CollaborationContext): Promise<DirectoryOfficeRow> {
  const found = await loaders.offices.load(code);
  if (!found)
    throw new HubError(ErrorCode.INTERNAL, 'A record names an office that the directory does not know.');
  return found;
}
