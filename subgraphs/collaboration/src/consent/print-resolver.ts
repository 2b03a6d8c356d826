import type { DocumentLanguage } from '@kasane/documents';
import { Disclosed, registerLabelledEnum } from '@kasane/subgraph-kit';
import { Category, ErrorCode, HubError } from '@kasane/vocabulary';
import { Arg, Ctx, FieldResolver, Query, Resolver, Root } from 'type-graphql';
import type { CollaborationContext } from '../context.js';
import { ConsentRecord } from './consent.js';
import { BlankForm, printBlank, printForm, printReceipt, printReceiptJson } from './print.js';

const PaperLanguage = { JA: 'JA', JA_SIMPLE: 'JA_SIMPLE' } as const;
type PaperLanguage = (typeof PaperLanguage)[keyof typeof PaperLanguage];

registerLabelledEnum(
  PaperLanguage,
  'PaperLanguage',
  { ja: '紙の言葉', en: 'the words of a printed paper' },
  {
    JA: { ja: '日本語', en: 'Japanese, as public documents say it' },
    JA_SIMPLE: { ja: 'やさしい日本語', en: 'easy Japanese, with the reading over every kanji' },
  },
);
registerLabelledEnum(
  BlankForm,
  'BlankForm',
  { ja: '用紙', en: 'a form without anybody’s name on it' },
  {
    CONSENT: { ja: '同意書', en: 'to consent' },
    REFUSAL: { ja: '不同意申出書', en: 'to refuse' },
    WITHDRAWAL: { ja: '同意撤回届', en: 'to withdraw' },
  },
);

/** Characters of a notice's id and version: as many as a consent keeps. */
const MAX_NOTICE = 64;
const IN_WORDS = { nullable: true, description: '言葉 — that of the notice when absent' } as const;

@Resolver(() => ConsentRecord)
export class ConsentPrintResolver {
  @Disclosed(Category.CONSENT)
  @FieldResolver(() => String, {
    nullable: true,
    description:
      '用紙 — the form, filled in, to read and sign: a whole HTML page for A4; of a refusal the one that says no',
  })
  form(
    @Root() { inHand }: ConsentRecord,
    @Arg('language', () => PaperLanguage, IN_WORDS) language: PaperLanguage | null | undefined,
    @Ctx() context: CollaborationContext,
  ): Promise<string> {
    return printForm(inHand, wordsOf(language, inHand.row.noticeLanguage), context);
  }

  @Disclosed(Category.CONSENT)
  @FieldResolver(() => String, {
    nullable: true,
    description:
      '控え — the receipt that the person takes home: a whole HTML page for A4; null until somebody has decided',
  })
  receipt(
    @Root() { inHand }: ConsentRecord,
    @Arg('language', () => PaperLanguage, IN_WORDS) language: PaperLanguage | null | undefined,
    @Ctx() context: CollaborationContext,
  ): Promise<string | null> {
    return printReceipt(inHand, wordsOf(language, inHand.row.noticeLanguage), context);
  }

  @Disclosed(Category.CONSENT)
  @FieldResolver(() => String, {
    nullable: true,
    description:
      '控え(機械可読) — the receipt as canonical JSON (ISO/IEC TS 27560), of which the paper carries the hash',
  })
  receiptJson(
    @Root() { inHand }: ConsentRecord,
    @Ctx() context: CollaborationContext,
  ): Promise<string | null> {
    return printReceiptJson(inHand, context);
  }

  @Query(() => String, {
    description: '白紙の用紙 — a form to fill in by hand, as a whole HTML page for A4; it speaks of nobody',
  })
  blankConsentForm(
    @Arg('form', () => BlankForm, { defaultValue: BlankForm.CONSENT }) form: BlankForm,
    @Arg('language', () => PaperLanguage, { defaultValue: PaperLanguage.JA }) language: PaperLanguage,
    @Arg('noticeId', () => String, { description: '説明書 — id of the notice that will be explained' })
    noticeId: string,
    @Arg('noticeVersion', () => String, { description: '説明書の版 — its version' }) noticeVersion: string,
    @Ctx() context: CollaborationContext,
  ): Promise<string> {
    for (const text of [noticeId, noticeVersion])
      if (text.trim() === '' || text.length > MAX_NOTICE)
        throw new HubError(ErrorCode.BAD_USER_INPUT, '説明書とその版を記入してください。 Name the notice.');
    const notice = { id: noticeId, version: noticeVersion };
    return printBlank(form, wordsOf(language, ''), notice, context);
  }
}

/** To whom another language was explained, easy Japanese is the nearest that we can print. */
function wordsOf(language: PaperLanguage | null | undefined, noticeLanguage: string): DocumentLanguage {
  if (language === PaperLanguage.JA) return 'ja';
  if (language === PaperLanguage.JA_SIMPLE) return 'ja-simple';
  return noticeLanguage === 'ja' ? 'ja' : 'ja-simple';
}
