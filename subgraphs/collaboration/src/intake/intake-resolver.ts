import { Disclosed, requirePurpose } from '@kasane/subgraph-kit';
import { Category } from '@kasane/vocabulary';
import { Arg, Ctx, FieldResolver, ID, Int, Mutation, Resolver, Root } from 'type-graphql';
import { SupportCase } from '../case/case.js';
import type { CollaborationContext } from '../context.js';
import { ConsultationInput } from './intake-input.js';
import { intakeNode } from './intake-loader.js';
import { ConsultationResult, Intake } from './intake.js';
import { receiveConsultation } from './receive-consultation.js';
import { screenCase } from './screen-case.js';
import { ScreeningInput, ScreeningResult } from './screening.js';

@Resolver(() => SupportCase)
export class IntakeResolver {
  @Disclosed(Category.INTAKE)
  @FieldResolver(() => Intake, {
    nullable: true,
    description: '相談受付・申込票 — the consultation with which the case began',
  })
  async intake(
    @Root() { row }: SupportCase,
    @Ctx() { loaders }: CollaborationContext,
  ): Promise<Intake | null> {
    const stored = await loaders.intakeOf.load(row.id);
    return stored && intakeNode(stored);
  }

  @Mutation(() => ConsultationResult, {
    description:
      '相談を受け付ける — take down a consultation, whatever it is about, and open its case; at any window',
  })
  receiveConsultation(
    @Arg('input', () => ConsultationInput) input: ConsultationInput,
    @Ctx() context: CollaborationContext,
  ): Promise<typeof ConsultationResult> {
    requirePurpose(context.viewer);
    return receiveConsultation(input, context);
  }

  @Mutation(() => ScreeningResult, {
    description:
      'スクリーニング — decide what becomes of a consultation: information given, handed over to another office, or accepted into multi-agency collaboration (by a coordinator)',
  })
  screenCase(
    @Arg('case', () => ID) id: string,
    @Arg('expectedVersion', () => Int, { description: '見ていた版 — version of the case that you saw' })
    expectedVersion: number,
    @Arg('input', () => ScreeningInput) input: ScreeningInput,
    @Ctx() context: CollaborationContext,
  ): Promise<typeof ScreeningResult> {
    requirePurpose(context.viewer);
    return screenCase(id, expectedVersion, input, context);
  }
}
