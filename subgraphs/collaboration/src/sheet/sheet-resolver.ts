import { sheetData, sheetHtml, type Sheet } from '@kasane/documents';
import { sheetPdf } from '@kasane/pdf';
import { NotPersonal, requirePurpose } from '@kasane/subgraph-kit';
import type { GraphQLResolveInfo } from 'graphql';
import { Arg, Ctx, Field, FieldResolver, ID, Info, ObjectType, Query, Resolver, Root } from 'type-graphql';
import type { CollaborationContext } from '../context.js';
import { printSheet } from './print-sheet.js';
import { SheetKind } from './sheet-kind.js';

const FILTERED = 'made of what this very request was shown field by field; who printed it stands on it';

@ObjectType('PrintedSheet', { description: '帳票 — a form, filled in with what you may see' })
@NotPersonal(FILTERED)
export class PrintedSheet {
  sheet!: Sheet;

  @Field(() => String, { description: '帳票名 — title' })
  title!: string;
}

@Resolver(() => PrintedSheet)
export class SheetResolver {
  @Query(() => PrintedSheet, {
    description:
      '帳票を印刷する — a form, filled in with what you may see, with who printed it and when; NOT_FOUND when there is nothing that you may know of',
  })
  async printedSheet(
    @Arg('kind', () => SheetKind) kind: SheetKind,
    @Arg('id', () => ID, { description: '番号 — of the case, the plan, the referral or the conference' })
    id: string,
    @Ctx() context: CollaborationContext,
    @Info() { schema }: GraphQLResolveInfo,
  ): Promise<PrintedSheet> {
    requirePurpose(context.viewer);
    const sheet = await printSheet(kind, id, schema, context);
    return Object.assign(new PrintedSheet(), { sheet, title: sheet.title });
  }

  @NotPersonal(FILTERED)
  @FieldResolver(() => String, { description: 'HTML — a whole page for A4' })
  html(@Root() { sheet }: PrintedSheet): string {
    return sheetHtml(sheet);
  }

  @NotPersonal(FILTERED)
  @FieldResolver(() => String, { description: 'PDF — for A4, as Base64' })
  async pdf(@Root() { sheet }: PrintedSheet): Promise<string> {
    return (await sheetPdf(sheet)).toString('base64');
  }

  @NotPersonal(FILTERED)
  @FieldResolver(() => String, { description: 'データ — the same words as JSON, for another system' })
  data(@Root() { sheet }: PrintedSheet): string {
    return sheetData(sheet);
  }
}
