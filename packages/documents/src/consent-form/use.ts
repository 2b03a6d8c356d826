import { Purpose } from '@kasane/vocabulary';
import { markup, nothing, type Html } from '../html.js';
import { choice, choices, dateLine, fields, note, paragraph } from '../parts.js';
import type { Writer } from '../writer.js';
import type { ConsentDraft } from './consent-form-input.js';

/** What a blank form offers besides the conference, which is an item of its own. */
export const offeredPurposes: readonly Purpose[] = [
  Purpose.CONSULTATION,
  Purpose.ASSESSMENT,
  Purpose.PLAN_MAKING,
  Purpose.SERVICE_COORDINATION,
  Purpose.OUTREACH,
  Purpose.PARTICIPATION_MATCHING,
  Purpose.EVALUATION,
];

/** Item 5: what for. A draft's purposes are ticked; a blank form offers some. */
export function purposePart(
  offered: readonly Purpose[] = offeredPurposes,
  draft: ConsentDraft | undefined,
  writer: Writer,
): Html {
  const { say } = writer;
  const meant = (draft?.purposes ?? offered).filter((purpose) => purpose !== Purpose.CONFERENCE);
  return markup`<div class="column">${choices(
    [...new Set(meant)].map((purpose) => choice(draft !== undefined, writer.purpose(purpose))),
  )}</div>${note(
    say({
      ja: '✓の付いた目的のほかには利用しません（「9」の場合を除きます）。',
      simple: '✓の ない {目的|もくてき}には {使|つか}いません （「9」の ときは {別|べつ}です）。',
    }),
  )}`;
}

/** Item 6: until when. */
export function period(draft: ConsentDraft | undefined, writer: Writer): Html {
  const { say, date, lastDay } = writer;
  const { validFrom, validUntil } = draft ?? {};
  const oneYear = say({
    ja: '始まりの日から1年を経過する日の24時まで',
    simple: '{始|はじ}まりの {日|ひ}から 1{年|ねん}',
  });
  return markup`${fields([
    [
      say({ ja: '始まりの日', simple: '{始|はじ}まりの {日|ひ}' }),
      validFrom === undefined
        ? say({ ja: '同意した日', simple: '{同意|どうい}した {日|ひ}' })
        : date(validFrom),
    ],
    [
      say({ ja: '終わりの日', simple: '{終|お}わりの {日|ひ}' }),
      draft === undefined
        ? markup`<div class="column">${choices([
            choice(false, oneYear),
            choice(
              false,
              markup`${dateLine(writer)}${say({ ja: 'の24時まで', simple: 'の 24{時|じ}まで' })}`,
            ),
          ])}</div>`
        : validUntil === undefined
          ? oneYear
          : lastDay(validUntil),
    ],
  ])}${
    draft === undefined
      ? note(
          say({
            ja: '支援の計画がこれより早く終わるときは、その日を記入してください。',
            simple:
              '{手伝|てつだ}いの {計画|けいかく}が {早|はや}く {終|お}わる ときは、 その {日|ひ}を {書|か}きます。',
          }),
        )
      : nothing
  }${note(
    say({
      ja: '未成年の方について親権者等がした同意は、本人が成年になる日の前日に終わります。その後は、本人に伺います。',
      simple:
        '{子|こ}どもの ことを {親|おや}などが {決|き}めた ときは、 {子|こ}どもが {大人|おとな}に なる {前|まえ}の {日|ひ}に {終|お}わります。 その {後|あと}は、 {本人|ほんにん}に {聞|き}きます。',
    }),
  )}`;
}

/** Item 7: whether it may be used in the conference that rests on consent. */
export function conference(draft: ConsentDraft | undefined, writer: Writer): Html {
  const { say } = writer;
  const may = draft?.purposes.includes(Purpose.CONFERENCE);
  return markup`${paragraph(
    say({
      ja: '重層的支援会議（支援に関わる機関が集まり、支援の方針や役割分担を話し合う会議）で、「3」の情報を利用すること',
      simple:
        '{手伝|てつだ}う {人|ひと}たちが {集|あつ}まって、 どう {手伝|てつだ}うか {話|はな}します （{重層的支援会議|じゅうそうてきしえんかいぎ}）。 そこで「3」の {情報|じょうほう}を {使|つか}っても いいですか。',
    }),
  )}${choices([
    choice(may === true, say({ ja: '利用してよい', simple: 'いいです' })),
    choice(may === false, say({ ja: '利用しない', simple: 'だめです' })),
  ])}`;
}
