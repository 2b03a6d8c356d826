import { indicatorReport } from '@kasane/documents';
import { NotPersonal } from '@kasane/subgraph-kit';
import { ErrorCode, HubError, japanDate } from '@kasane/vocabulary';
import { Between } from 'typeorm';
import { Arg, Ctx, FieldResolver, ID, Int, Mutation, Query, Resolver, Root } from 'type-graphql';
import { MunicipalityRow } from '../consent/municipality.js';
import type { CollaborationContext } from '../context.js';
import { reportCsv } from './csv.js';
import { fiscalYear } from './fiscal-year.js';
import { indicatorsOf } from './indicators.js';
import { IndicatorReport, PromotionResult } from './promotion.js';
import { requireStatistics } from './promotion-access.js';
import { PromotionNoteInput, TrainingInput } from './promotion-input.js';
import { recordTraining, writePromotionNote } from './promotion-service.js';
import { PdcaStage, PromotionNoteRow, TrainingEventRow } from './promotion-tables.js';
import { publishedList } from './published-list.js';

const stages = Object.keys(PdcaStage);

@Resolver(() => IndicatorReport)
export class PromotionResolver {
  @Query(() => IndicatorReport, {
    description:
      '推進会議の指標 — indicators of a fiscal year of your municipality, for the committee, coordinators and managers, with the purpose STATISTICS. Months are told when they are over; small counts are not told. Reading it is recorded',
  })
  async indicators(
    @Arg('fiscalYear', () => Int, { description: '年度 — fiscal year' }) year: number,
    @Arg('municipality', () => ID, { description: '全国地方公共団体コード — local government code' })
    municipality: string,
    @Ctx() context: CollaborationContext,
  ): Promise<IndicatorReport> {
    const { manager, recorder, now } = context;
    await requireStatistics(municipality, context);
    const asked = fiscalYear(year, now);
    if (!asked) throw new HubError(ErrorCode.BAD_USER_INPUT, 'その年度の指標はありません。 No such year.');
    recorder.add({
      kind: 'READING',
      outcome: 'PERMITTED',
      items: [{ fields: ['Query.indicators'], evidence: `${municipality}-${year}` }],
    });
    const [{ counts, measures }, published, notes, trainings, found] = await Promise.all([
      indicatorsOf(manager, municipality, asked),
      publishedList(manager, municipality, year),
      manager.find(PromotionNoteRow, {
        where: { localGovernmentCode: municipality, fiscalYear: year },
        order: { version: 'DESC' },
      }),
      manager.find(TrainingEventRow, {
        where: { localGovernmentCode: municipality, heldOn: Between(`${year}-04-01`, `${year + 1}-03-31`) },
        order: { heldOn: 'ASC', id: 'ASC' },
      }),
      manager.findOneBy(MunicipalityRow, { code: municipality }),
    ]);
    return {
      fiscalYear: year,
      municipality,
      name: found?.name ?? municipality,
      months: asked.months,
      counts: counts.map(({ id, name, rows, cells, rowTotals, columnTotals, total }) => ({
        id,
        name,
        rows: rows.map((row, at) => ({ row, months: cells[at] ?? [], total: rowTotals[at] ?? null })),
        months: columnTotals,
        total,
      })),
      measures,
      published,
      notes: stages.flatMap((stage) => notes.find((note) => note.stage === stage) ?? []),
      trainings,
    };
  }

  @NotPersonal('the same report')
  @FieldResolver(() => String, {
    description: 'CSV — the report as CSV for Excel (UTF-8 with BOM); 秘匿 is not told',
  })
  csv(@Root() report: IndicatorReport): string {
    return reportCsv(report);
  }

  @NotPersonal('the same report')
  @FieldResolver(() => String, {
    description: '帳票 — the report with its charts: a whole HTML page for A4, black on white',
  })
  html(@Root() report: IndicatorReport, @Ctx() { now }: CollaborationContext): string {
    return indicatorReport({
      ...report,
      issuedOn: japanDate(now),
      published: report.published && {
        ...report.published,
        note: '市が自ら公表した一覧から数えたもので、秘匿していません。〇の欄は読み取れないため、欄別には数えていません。',
      },
      notes: report.notes.map(({ stage, words }) => ({ stage: stageNames[stage], words })),
    });
  }

  @Mutation(() => PromotionResult, {
    description: 'PDCAを記入する — write the next version of one stage of a year',
  })
  writePromotionNote(
    @Arg('input', () => PromotionNoteInput) input: PromotionNoteInput,
    @Ctx() context: CollaborationContext,
  ): Promise<typeof PromotionResult> {
    return writePromotionNote(input, context);
  }

  @Mutation(() => PromotionResult, { description: '研修を記録する — record an event of training' })
  recordTraining(
    @Arg('input', () => TrainingInput) input: TrainingInput,
    @Ctx() context: CollaborationContext,
  ): Promise<typeof PromotionResult> {
    return recordTraining(input, context);
  }
}

const stageNames: Readonly<Record<PdcaStage, string>> = {
  PLAN: '計画',
  DO: '実施',
  CHECK: '評価',
  ACT: '改善',
};
