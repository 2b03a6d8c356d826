import { GrantorRelation } from '@kasane/vocabulary';
import { markup, type Html } from './html.js';
import type { PrintedGrantor, PrintedSubject } from './input.js';
import { choice, choices, dateLine, fields, known, note } from './parts.js';
import type { Writer } from './writer.js';

/** Who speaks, by what authority: as the draft says, or to be filled in. */
export function grantorFields(grantors: readonly PrintedGrantor[] | undefined, writer: Writer): Html {
  const { say, name, relation } = writer;
  const rows =
    grantors?.map((grantor): readonly [Html, Html] => [
      relation(grantor.relation),
      markup`${name(grantor)}${
        grantor.authorityDocument
          ? markup`<br>${say({ ja: '権限を示す書類：', simple: '{書類|しょるい}：' })}${grantor.authorityDocument}`
          : []
      }`,
    ]) ??
    ([
      [say({ ja: '氏名', simple: '{名前|なまえ}' }), known(undefined, 'long')],
      [
        say({ ja: '本人との関係', simple: '{本人|ほんにん}との {関係|かんけい}' }),
        choices(Object.values(GrantorRelation).map((each) => choice(false, relation(each)))),
      ],
      [
        say({
          ja: '権限を示す書類（後見人等のとき）',
          simple: '{書類|しょるい} （{後見人|こうけんにん}などの とき）',
        }),
        known(undefined, 'long'),
      ],
    ] as const);
  return fields(rows);
}

/** Being family is no authority. */
export const authorityNote = ({ say }: Writer): Html =>
  note(
    say({
      ja: '成人の同意は、本人が行います。世帯主や家族であるというだけでは、代わりに同意することはできません。未成年の方については、親権者又は未成年後見人が同意し、こども本人の考えも聞きます。',
      simple:
        '{大人|おとな}は、 {自分|じぶん}で {決|き}めます。 {家族|かぞく}が {代|か}わりに {決|き}める ことは できません。 {子|こ}どもの {分|ぶん}は、 {親|おや}などが {決|き}めます。 {子|こ}どもの {考|かんが}えも {聞|き}きます。',
    }),
  );

/** One person, and no other. */
export function subjectFields(subject: PrintedSubject | undefined, writer: Writer): Html {
  const { say, name, date } = writer;
  return fields([
    [
      say({ ja: '氏名（ふりがな）', simple: '{名前|なまえ}' }),
      subject === undefined
        ? known(undefined, 'long')
        : markup`${name(subject)}${writer.language === 'ja' && subject.kana ? markup`（${subject.kana}）` : []}`,
    ],
    [
      say({ ja: '生年月日', simple: '{生|う}まれた {日|ひ}' }),
      subject?.birthDate === undefined ? dateLine(writer) : date(subject.birthDate),
    ],
  ]);
}
