import { Disclosed, type Rows } from '@kasane/subgraph-kit';
import { Category } from '@kasane/vocabulary';
import { Ctx, FieldResolver, Resolver, Root } from 'type-graphql';
import { DisabilitySupportRecord } from '../disability-support-record.js';
import type { DisabilitySupportContext } from '../loaders.js';
import { ConsiderationSheet } from './consideration-sheet.js';

@Resolver(() => DisabilitySupportRecord)
export class ConsiderationSheetResolver {
  @Disclosed(Category.DISABILITY_SERVICE)
  @FieldResolver(() => ConsiderationSheet, {
    nullable: true,
    description: '勘案事項整理票 — the newest consideration sheet',
  })
  considerationSheet(
    @Root() { personId }: DisabilitySupportRecord,
    @Ctx() { loaders }: DisabilitySupportContext,
  ): Promise<Rows<ConsiderationSheet>> {
    return loaders.considerationSheets.load(personId);
  }

  @Disclosed(Category.DISABILITY_SERVICE)
  @FieldResolver(() => [ConsiderationSheet], {
    nullable: true,
    description: '勘案事項整理票の履歴 — all consideration sheets, the newest first',
  })
  considerationSheets(
    @Root() { personId }: DisabilitySupportRecord,
    @Ctx() { loaders }: DisabilitySupportContext,
  ): Promise<Rows<ConsiderationSheet>> {
    return loaders.considerationSheets.load(personId);
  }
}
