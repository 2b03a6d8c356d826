import { NotPersonal, registerLabelledEnum } from '@kasane/subgraph-kit';
import {
  Capacity,
  ErrorCode,
  HubError,
  OfficeKind,
  officeKindLabels,
  OfficeStatus,
  OperationMode,
  Role,
} from '@kasane/vocabulary';
import { createUnionType, Field, ObjectType } from 'type-graphql';
import { change, lineOf } from '../change.js';
import type { CollaborationContext } from '../context.js';
import { textProblems } from '../input.js';
import { newId } from '../new-id.js';
import { requireRole } from '../permission.js';
import { DirectoryOfficeRow } from './office-tables.js';
import { Office } from './office-type.js';

const PUBLIC = 'published facts of an office';

@ObjectType({ description: '登録した — the office, as the directory has it now' })
@NotPersonal(PUBLIC)
export class PartnerRegistered {
  @Field(() => Office)
  office!: Office;
}

@ObjectType({ description: '登録できない — it cannot be registered, and why; in Japanese' })
@NotPersonal(PUBLIC)
export class PartnerNotRegistered {
  @Field(() => [String])
  problems!: readonly string[];
}

export const PartnerResult = createUnionType({
  name: 'PartnerResult',
  types: () => [PartnerRegistered, PartnerNotRegistered] as const,
  resolveType: (value) => ('office' in value ? PartnerRegistered : PartnerNotRegistered),
});

/** Kinds of office that take part without an account of their own. */
export const PartnerKind = {
  SCHOOL: OfficeKind.SCHOOL,
  NURSERY: OfficeKind.NURSERY,
  SUPPORT_AGENCY: OfficeKind.SUPPORT_AGENCY,
} as const;
export type PartnerKind = (typeof PartnerKind)[keyof typeof PartnerKind];

const { SCHOOL, NURSERY, SUPPORT_AGENCY } = officeKindLabels;
registerLabelledEnum(
  PartnerKind,
  'PartnerKind',
  { ja: 'アカウントを持たない機関の種別', en: 'kind of office without an account' },
  { SCHOOL, NURSERY, SUPPORT_AGENCY },
);

const MAX_NAME = 200;

/**
 * Puts a school, a nursery or another partner without an account into the directory, so that it can sit on a roster. The
 * directory is public: a name there says nothing of any case.
 * @throws {HubError} `FORBIDDEN` to who is no coordinator of the city
 */
export async function registerPartner(
  name: string,
  kind: PartnerKind,
  context: CollaborationContext,
): Promise<{ readonly office: DirectoryOfficeRow } | { readonly problems: readonly string[] }> {
  const { manager, loaders, viewer } = context;
  requireRole(viewer, Role.COORDINATOR);
  const own = await loaders.offices.load(viewer.office);
  if (viewer.capacity !== Capacity.CITY_STAFF || !own) throw new HubError(ErrorCode.FORBIDDEN);
  const { localGovernmentCode } = own;
  const plain = name.trim();
  const problems = [
    ...textProblems('名称', name),
    ...([...plain].length > MAX_NAME ? [`名称は${MAX_NAME}文字以内にしてください。`] : []),
    ...((await manager.countBy(DirectoryOfficeRow, { name: plain, localGovernmentCode })) > 0
      ? ['同じ名称の機関が、すでに登録されています。']
      : []),
  ];
  if (problems.length > 0) return { problems };
  const office: DirectoryOfficeRow = {
    code: newId('partner'),
    name: plain,
    address: null,
    hostFacility: null,
    kind,
    operationMode: OperationMode.UNSTATED,
    status: OfficeStatus.OPEN,
    cityWide: false,
    note: null,
    sectorId: null,
    localGovernmentCode,
  };
  await change(context, [lineOf('Mutation.registerPartner', office.code)], async (transaction) => {
    await transaction.insert(DirectoryOfficeRow, office);
  });
  return { office };
}
