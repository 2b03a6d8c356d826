import { japanDate } from '@kasane/vocabulary';
import { GraphQLDateTimeISO } from 'graphql-scalars';
import { Field, ID, InputType, Int } from 'type-graphql';
import { isDate, isGiven, optionalTextProblems, textProblems } from '../input.js';
import { isPartialDate, isQuiet, isTimeOfDay } from './outreach-rules.js';
import type { OutreachRow } from './outreach-tables.js';
import { ContactMethod, ContactOutcome, FoundThrough, OutreachStage } from './outreach-words.js';

@InputType({ description: 'アウトリーチの開始 — that somebody is to be reached' })
export class OutreachInput {
  @Field(() => ID, { description: 'ケース — case' })
  case!: string;

  @Field(() => ID, { description: '対象者 — person' })
  person!: string;

  @Field(() => ID, { description: '担当する機関 — office that goes there, on the roster of the case' })
  office!: string;

  @Field(() => FoundThrough, { description: '把握の経路 — how they came to be known' })
  foundThrough!: FoundThrough;

  @Field(() => String, { nullable: true, description: '把握した内容 — what was heard' })
  foundWords?: string | null;

  @Field(() => String, { description: '把握した日 — YYYY-MM-DD' })
  foundOn!: string;

  @Field(() => String, {
    nullable: true,
    description: '自宅にとどまり始めた時期 — YYYY, YYYY-MM or YYYY-MM-DD',
  })
  withdrawnSince?: string | null;

  @Field(() => String, { nullable: true, description: '控えたい時間帯の始まり — HH:MM' })
  quietFrom?: string | null;

  @Field(() => String, { nullable: true, description: '控えたい時間帯の終わり — HH:MM' })
  quietTo?: string | null;

  @Field(() => String, { nullable: true, description: '最初に働きかける日 — YYYY-MM-DD' })
  nextOn?: string | null;
}

@InputType({ description: '働きかけの記録 — an attempt at contact' })
export class OutreachContactInput {
  @Field(() => GraphQLDateTimeISO, { description: '日時 — when' })
  at!: Date;

  @Field(() => ContactMethod, { description: '方法 — how' })
  method!: ContactMethod;

  @Field(() => ContactOutcome, { description: '結果 — what came of it' })
  outcome!: ContactOutcome;

  @Field(() => String, { description: '内容 — what happened' })
  words!: string;

  @Field(() => String, {
    nullable: true,
    description: '控えたい時間帯に働きかけた理由 — needed for an attempt in the quiet hours',
  })
  quietReason?: string | null;

  @Field(() => OutreachStage, { description: '段階 — stage that the relationship has reached' })
  stage!: OutreachStage;

  @Field(() => String, { nullable: true, description: '次に働きかける日 — next attempt (YYYY-MM-DD)' })
  nextOn?: string | null;

  @Field(() => Int, { description: '版 — the version that you saw' })
  expectedVersion!: number;
}

/** What is wrong with the beginning of an outreach, in words for who wrote it. */
export function outreachProblems(input: OutreachInput, now: Date): readonly string[] {
  const { foundOn, withdrawnSince, quietFrom, quietTo, nextOn, foundWords } = input;
  return [
    ...(isDate(foundOn) && foundOn <= japanDate(now)
      ? []
      : ['把握した日は、今日以前の日付(YYYY-MM-DD)で記入してください。']),
    ...(!isGiven(withdrawnSince) || isPartialDate(withdrawnSince)
      ? []
      : ['自宅にとどまり始めた時期は、年・年月・年月日のいずれかで記入してください。']),
    ...(isGiven(quietFrom) === isGiven(quietTo) &&
    [quietFrom, quietTo].every((time) => !isGiven(time) || isTimeOfDay(time))
      ? []
      : ['控えたい時間帯は、始まりと終わりを HH:MM で両方記入してください。']),
    ...(!isGiven(nextOn) || isDate(nextOn) ? [] : ['次に働きかける日は YYYY-MM-DD で記入してください。']),
    ...optionalTextProblems('把握した内容', foundWords),
  ];
}

/** What is wrong with the record of an attempt. */
export function contactProblems(
  input: OutreachContactInput,
  { quietFrom, quietTo }: Pick<OutreachRow, 'quietFrom' | 'quietTo'>,
  now: Date,
): readonly string[] {
  const { at, words, quietReason, nextOn } = input;
  const isInQuietHours =
    quietFrom !== null && quietTo !== null && isQuiet(at, { from: quietFrom, to: quietTo });
  return [
    ...(at <= now ? [] : ['まだ来ていない日時の記録はできません。']),
    ...textProblems('内容', words),
    ...optionalTextProblems('控えたい時間帯に働きかけた理由', quietReason),
    ...(isInQuietHours && !quietReason?.trim()
      ? ['本人が控えてほしいとしている時間帯です。働きかけた理由を記入してください。']
      : []),
    ...(!isGiven(nextOn) || isDate(nextOn) ? [] : ['次に働きかける日は YYYY-MM-DD で記入してください。']),
  ];
}
