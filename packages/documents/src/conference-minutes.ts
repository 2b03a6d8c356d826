import { markup, nothing, type Html } from './html.js';
import { page } from './page.js';
import { bullets, fields, note, paragraph, section, table } from './parts.js';
import { createWriter } from './writer.js';

export interface ConferenceMinutesInput {
  /** 支援会議 or 重層的支援会議. */
  readonly kind: string;
  /** 事案番号: the number of the case; nobody is named on the paper's head. */
  readonly caseNumbers: readonly string[];
  readonly conveningOffice: string;
  /** Name or id of who keeps the minutes. */
  readonly secretariat: string;
  /** The day in Japan, `YYYY-MM-DD`. */
  readonly heldOn: string;
  readonly place: string;
  /** 第n版, and when it was approved; a draft says so on every page. */
  readonly version: number;
  readonly approvedOn: string | null;
  readonly participants: readonly {
    readonly affiliation: string;
    readonly name: string;
    readonly capacity: string;
    readonly pledged: boolean;
    readonly attended: boolean;
  }[];
  readonly agenda: readonly {
    readonly kind: string;
    readonly topic: string;
    readonly outcome: string | null;
    readonly result: string | null;
  }[];
  /** 共有した情報(提供者別). */
  readonly shared: readonly { readonly office: string; readonly what: string }[];
  readonly discussion: string;
  /** `until`: the last day, `YYYY-MM-DD`. */
  readonly roles: readonly { readonly office: string; readonly what: string; readonly until: string }[];
  readonly gaps: readonly string[];
  readonly nextOn: string | null;
  /** Who printed it and when, on the paper itself: who leaves it somewhere is known by it. */
  readonly printedBy: string;
  readonly printedOn: string;
}

const text = (words: string): Html => markup`${words}`;

/** 会議録: the minutes of a conference on A4, one version of them, with the role table. It is not public. */
export function conferenceMinutes(input: ConferenceMinutesInput): string {
  const { kind, participants, agenda, shared, roles, gaps, approvedOn, version } = input;
  const { date } = createWriter('ja');
  const state = approvedOn === null ? '案' : '承認済';
  const title = `${kind} 会議録`;
  const body = markup`<p class="meta">非公開<br>第${version}版（${state}）</p>${fields([
    [text('開催日'), date(input.heldOn)],
    [text('場所'), text(input.place)],
    [text('主宰・事務局'), text(`${input.conveningOffice} ${input.secretariat}`)],
    [text('事案番号'), text(input.caseNumbers.join('、'))],
    ...(approvedOn === null ? [] : [[text('承認日'), date(approvedOn)] as const]),
  ])}${section(
    '1',
    text('出席者'),
    table(
      text('構成員・参加者'),
      ['所属', '氏名', '立場', '守秘義務', '出席'].map(text),
      participants.map((each) => [
        text(each.affiliation),
        text(each.name),
        text(each.capacity),
        text(each.pledged ? '確認済' : '未確認'),
        text(each.attended ? '出席' : '欠席'),
      ]),
      'participants',
    ),
    'flowing',
  )}${section(
    '2',
    text('議題と結果'),
    table(
      text('議題'),
      ['種類', '内容', '結果'].map(text),
      agenda.map((each) => [
        text(each.kind),
        text(each.topic),
        each.outcome === null ? nothing : text(`${each.outcome}。${each.result ?? ''}`),
      ]),
      'agenda',
    ),
    'flowing',
  )}${section(
    '3',
    text('共有した情報'),
    shared.length === 0
      ? paragraph(text('なし'))
      : table(
          text('提供者別'),
          ['提供者', '内容'].map(text),
          shared.map(({ office, what }) => [text(office), text(what)]),
          'shared',
        ),
    'flowing',
  )}${section('4', text('検討結果'), markup`${input.discussion.split('\n').map((line) => paragraph(text(line)))}`, 'flowing')}${section(
    '5',
    text('役割分担'),
    roles.length === 0
      ? paragraph(text('なし'))
      : table(
          text('担当機関・内容・期限'),
          ['担当機関', '支援内容', '期限'].map(text),
          roles.map(({ office, what, until }) => [text(office), text(what), date(until)]),
          'roles',
        ),
    'flowing',
  )}${section(
    '6',
    text('社会資源の不足'),
    gaps.length === 0 ? paragraph(text('なし')) : bullets(gaps.map(text)),
  )}${section('7', text('次回'), paragraph(input.nextOn === null ? text('未定') : date(input.nextOn)))}${note(
    markup`この会議録は公開しません。印刷：${input.printedBy} ${date(input.printedOn)}`,
  )}`;
  return page({ language: 'ja', title, heading: text(title), body });
}
