import { ErrorCode, HubError, japanDate, Role } from '@kasane/vocabulary';
import { change, lineOf } from '../change.js';
import type { CollaborationContext } from '../context.js';
import { charProblems, isDate } from '../input.js';
import { newId } from '../new-id.js';
import { requireOfficial, requireRole } from '../permission.js';
import { FIRST_YEAR, fiscalYearOf } from './fiscal-year.js';
import { requireStatistics } from './promotion-access.js';
import type { PromotionResult } from './promotion.js';
import type { PromotionNoteInput, TrainingInput } from './promotion-input.js';
import { PromotionNoteRow, TrainingEventRow, type PdcaStage } from './promotion-tables.js';

/** Years ahead for which a plan may be written. */
const MAX_YEARS_AHEAD = 3;

/**
 * Writes the next version of what stands under one stage of a year. Whoever wrote on an older version is given the
 * newest.
 * @throws {HubError} as {@link requireStatistics}; `FORBIDDEN` to the committee, which reads
 */
export async function writePromotionNote(
  { municipality, fiscalYear, stage, expectedVersion, words }: PromotionNoteInput,
  context: CollaborationContext,
): Promise<typeof PromotionResult> {
  const { viewer, now } = context;
  requireRole(viewer, Role.COORDINATOR, Role.OFFICE_MANAGER);
  requireOfficial(viewer);
  await requireStatistics(municipality, context);
  const thisYear = fiscalYearOf(japanDate(now));
  const problems = [
    ...charProblems(words),
    ...(words.trim() === '' ? ['内容を記入してください。'] : []),
    ...(fiscalYear < FIRST_YEAR || fiscalYear > thisYear + MAX_YEARS_AHEAD
      ? ['年度が正しくありません。']
      : []),
  ];
  if (problems.length > 0) return { problems };
  const find = () => newestNote(context, municipality, fiscalYear, stage);
  const newest = await find();
  if ((newest?.version ?? 0) !== expectedVersion) return { newest };
  const version = expectedVersion + 1;
  const id = `${municipality}-${fiscalYear}-${stage}-${version}`;
  try {
    await change(context, [lineOf('Mutation.writePromotionNote', id)], async (transaction) => {
      await transaction.insert(PromotionNoteRow, {
        localGovernmentCode: municipality,
        fiscalYear,
        stage,
        version,
        words: words.trim(),
        officeCode: viewer.office,
        writtenBy: viewer.staffId,
        writtenAt: now,
      });
    });
  } catch (error) {
    if (error instanceof HubError && error.code === ErrorCode.CONFLICT) return { newest: await find() };
    throw error;
  }
  return { id };
}

const newestNote = (
  { manager }: Pick<CollaborationContext, 'manager'>,
  localGovernmentCode: string,
  fiscalYear: number,
  stage: PdcaStage,
): Promise<PromotionNoteRow | null> =>
  manager.findOne(PromotionNoteRow, {
    where: { localGovernmentCode, fiscalYear, stage },
    order: { version: 'DESC' },
  });

/** Records an event of training. @throws {HubError} as {@link writePromotionNote} */
export async function recordTraining(
  { municipality, heldOn, title, audience, attendees }: TrainingInput,
  context: CollaborationContext,
): Promise<typeof PromotionResult> {
  const { viewer, now } = context;
  requireRole(viewer, Role.COORDINATOR, Role.OFFICE_MANAGER);
  requireOfficial(viewer);
  await requireStatistics(municipality, context);
  const problems = [
    ...charProblems([title, audience]),
    ...(isDate(heldOn) ? [] : [`「${heldOn}」は存在しない日付です。`]),
    ...(heldOn > japanDate(now) ? ['開催日がまだ来ていません。'] : []),
    ...(title.trim() === '' || audience.trim() === '' ? ['研修名と対象を記入してください。'] : []),
    ...(attendees < 0 ? ['参加者数が正しくありません。'] : []),
  ];
  if (problems.length > 0) return { problems };
  const id = newId('tr');
  await change(context, [lineOf('Mutation.recordTraining', id)], async (transaction) => {
    await transaction.insert(TrainingEventRow, {
      id,
      localGovernmentCode: municipality,
      heldOn,
      title: title.trim(),
      audience: audience.trim(),
      attendees,
      recordedBy: viewer.staffId,
      recordedAt: now,
    });
  });
  return { id };
}
