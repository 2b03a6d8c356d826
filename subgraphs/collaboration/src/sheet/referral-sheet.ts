import { fields, printedDate, table } from '@kasane/documents';
import { dayOf, namesOf, source, yesOrNo, type Shown, type ShownPerson } from './sheet-source.js';

interface Found {
  readonly referral: {
    readonly state: string;
    readonly urgency: string;
    readonly handsOver: boolean;
    readonly onPaper: boolean;
    readonly sentAt: Date;
    readonly answerDue: string;
    readonly firstContactDue: string;
    readonly fromOffice: { readonly name: string };
    readonly toOffice: { readonly name: string };
    readonly persons: readonly ShownPerson[];
    readonly letter: { readonly reason: string | Shown; readonly request: string | Shown } | Shown;
    readonly events: readonly {
      readonly state: string;
      readonly onDate: string;
      readonly sendBackReason: string | Shown;
    }[];
  } | null;
}

/** つなぎシート: to its receiver it holds what is permitted to the receiver, and nothing else. */
export const referralSheet = source<Found>({
  title: 'つなぎシート',
  question: `query ($id: ID!) { referral(id: $id) { state urgency handsOver onPaper sentAt answerDue firstContactDue
    fromOffice { name } toOffice { name } persons { identity { name } } letter { reason request }
    events { state onDate sendBackReason } } }`,
  lay({ referral: found }, words) {
    if (!found) return null;
    return {
      blocks: [
        fields('つなぎ', [
          ['つなぎ元', found.fromOffice.name],
          ['つなぎ先', found.toOffice.name],
          ['送付日', dayOf(found.sentAt)],
          ['方法', yesOrNo(found.onPaper, '口頭・紙', 'システム')],
          ['引継ぎ', yesOrNo(found.handsOver, '引き継ぐ', '協働する')],
          ['緊急度', words.of('Urgency', found.urgency)],
          ['回答期限', printedDate(found.answerDue)],
          ['初回接触の期限', printedDate(found.firstContactDue)],
        ]),
        fields('対象と内容', [
          ['対象', namesOf(found.persons)],
          ['理由', found.letter?.reason ?? null],
          ['お願いしたいこと', found.letter?.request ?? null],
        ]),
        table(
          '経過',
          ['日', '状態', '差戻しの理由'],
          found.events.map(({ onDate, state, sendBackReason }) => [
            printedDate(onDate),
            words.of('ReferralState', state),
            words.of('SendBackReason', sendBackReason),
          ]),
        ),
      ],
    };
  },
});
