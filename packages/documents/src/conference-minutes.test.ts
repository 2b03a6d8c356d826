import { describe, expect, test } from '@jest/globals';
import { conferenceMinutes, type ConferenceMinutesInput } from './conference-minutes.js';

const input: ConferenceMinutesInput = {
  kind: '支援会議',
  caseNumbers: ['R7-003'],
  conveningOffice: '福祉総務課',
  secretariat: 'kato-coordinator',
  heldOn: '2026-11-22',
  place: '201会議室',
  version: 2,
  approvedOn: null,
  participants: [
    { affiliation: '小学校', name: '松葉 緑', capacity: '会議参加者', pledged: true, attended: false },
  ],
  agenda: [{ kind: '支援体制の検討', topic: '見守り', outcome: null, result: null }],
  shared: [{ office: '高齢介護課', what: '家事能力' }],
  discussion: '一行目\n<script>二行目</script>',
  roles: [{ office: '高齢介護課', what: '訪問', until: '2027-01-31' }],
  gaps: [],
  nextOn: null,
  printedBy: 'kato-coordinator',
  printedOn: '2026-11-23',
};

describe('minutes on paper', () => {
  const html = conferenceMinutes(input);

  test('say that they are not public, which version they are, and who printed them', () => {
    for (const words of ['非公開', '第2版（案）', '事案番号', '印刷：kato-coordinator', '令和8年11月23日'])
      expect(html).toContain(words);
    expect(conferenceMinutes({ ...input, approvedOn: '2026-11-24' })).toContain('第2版（承認済）');
  });

  test('have the seven parts of the form, and nothing left out where there is none', () => {
    for (const part of [
      '出席者',
      '議題と結果',
      '共有した情報',
      '検討結果',
      '役割分担',
      '社会資源の不足',
      '次回',
    ])
      expect(html).toContain(`${part}</h2>`);
    expect(html).toContain('<p>なし</p>');
    expect(html).toContain('<p>未定</p>');
    expect(html).toContain('<td>確認済</td><td>欠席</td>');
    expect(html).not.toMatch(/null|undefined/);
  });

  test('are data and never markup', () => {
    expect(html).toContain('<p>一行目</p><p>&lt;script&gt;二行目&lt;/script&gt;</p>');
  });
});
