import { fields, printedDate, table } from '@kasane/documents';
import { dayOf, lines, source, yesOrNo, type Shown } from './sheet-source.js';

interface Minutes {
  /** In full papers alone: who reads a summary within a session has nothing to carry away. */
  readonly caseNumbers: readonly string[] | Shown;
  readonly version: number | Shown;
  readonly state: string | Shown;
  readonly approvedAt: Date | Shown;
  readonly shared: readonly { readonly office: string | Shown; readonly what: string | Shown }[] | Shown;
  readonly discussion: string | Shown;
  readonly roles:
    | readonly {
        readonly office: string | Shown;
        readonly what: string | Shown;
        readonly until: string | Shown;
      }[]
    | Shown;
  readonly gaps: readonly string[] | Shown;
  readonly nextOn: string | Shown;
}
interface Found {
  readonly conference: {
    readonly id: string;
    readonly kind: string;
    readonly heldAt: Date;
    readonly place: string;
    readonly secretariat: string;
    readonly conveningOffice: { readonly name: string };
    readonly participants: readonly {
      readonly staff: string | Shown;
      readonly office: string | Shown;
      readonly affiliation: string | Shown;
      readonly name: string;
      readonly capacity: string;
      readonly pledged: boolean;
      readonly attended: boolean;
    }[];
    readonly agenda: readonly {
      readonly kind: string | Shown;
      readonly topic: string | Shown;
      readonly outcome: string | Shown;
      readonly result: string | Shown;
    }[];
    readonly minutes: readonly Minutes[];
  } | null;
  readonly offices: readonly { readonly code: string; readonly name: string }[];
}

/** 会議録: the newest version, with who came and was bound to secrecy. It names nobody of the household on its head. */
export const minutesSheet = source<Found>({
  title: '会議録',
  question: `query ($id: ID!) {
    conference(id: $id) { id kind heldAt place secretariat conveningOffice { name }
      participants { staff office affiliation name capacity pledged attended }
      agenda { kind topic outcome result }
      minutes { caseNumbers version state approvedAt shared { office what } discussion roles { office what until } gaps nextOn } }
    offices { code name } }`,
  lay({ conference, offices }, words) {
    const [newest] = conference?.minutes ?? [];
    if (!conference || !newest?.caseNumbers) return null;
    const names = new Map(offices.map(({ code, name }) => [code, name]));
    const nameOf = (code: string | Shown): string | null => (code ? (names.get(code) ?? code) : null);
    const { participants, secretariat } = conference;
    return {
      number: lines(newest.caseNumbers, '、') ?? conference.id,
      blocks: [
        fields('会議', [
          ['種類', words.of('ConferenceKind', conference.kind)],
          ['開催日', dayOf(conference.heldAt)],
          ['場所', conference.place],
          ['主宰機関', conference.conveningOffice.name],
          ['事務局', participants.find(({ staff }) => staff === secretariat)?.name ?? secretariat],
          ['版', lines([`第${newest.version ?? ''}版`, words.of('MinutesState', newest.state)], ' ')],
          ['承認日', dayOf(newest.approvedAt)],
        ]),
        table(
          '出席者',
          ['所属', '氏名', '立場', '守秘義務の確認', '出席'],
          participants.map(({ affiliation, office, name, capacity, pledged, attended }) => [
            affiliation ?? nameOf(office),
            name,
            words.of('Capacity', capacity),
            yesOrNo(pledged, '確認済', '未確認'),
            yesOrNo(attended, '出席', '―'),
          ]),
        ),
        table(
          '議題',
          ['種類', '内容', '検討結果', '内容'],
          conference.agenda.map(({ kind, topic, outcome, result }) => [
            words.of('AgendaKind', kind),
            topic ?? null,
            words.of('AgendaOutcome', outcome),
            result ?? null,
          ]),
        ),
        table(
          '共有した情報',
          ['提供者', '内容'],
          (newest.shared ?? []).map(({ office, what }) => [nameOf(office), what ?? null]),
        ),
        fields('検討', [
          ['検討結果', newest.discussion ?? null],
          ['社会資源の不足', lines(newest.gaps ?? [])],
          ['次回', printedDate(newest.nextOn)],
        ]),
        table(
          '役割分担',
          ['担当機関', '支援内容', '期限'],
          (newest.roles ?? []).map(({ office, what, until }) => [
            nameOf(office),
            what ?? null,
            printedDate(until),
          ]),
        ),
      ],
    };
  },
});
