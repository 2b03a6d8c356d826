import { describe, expect, it } from '@jest/globals';
import type { Records } from '../household/sector-record.js';
import { ownRecords, titleOf } from './sector-in-session.js';

const records: Records = {
  Care: [
    { name: 'plans', label: 'ケアプランの履歴', isList: true, kind: 'record', record: 'Plan' },
    { name: 'newest', label: 'ケアプラン', kind: 'record', record: 'Plan' },
  ],
  Plan: [
    { name: 'on', label: '作成日', kind: 'day' },
    { name: 'needs', label: 'ニーズ', isList: true, kind: 'record', record: 'Need' },
  ],
  Need: [{ name: 'words', label: '内容', kind: 'text' }],
};
const plan = { recordId: 'CarePlan:1', on: '2026-04-01', needs: [{ recordId: 'Need:1', words: '入浴' }] };

describe('records that an owner may release', () => {
  it('are found each once, within others too', () => {
    const found = ownRecords('Care', { plans: [plan, { recordId: null, on: null }], newest: plan }, records);
    expect(found.map(({ recordId }) => recordId)).toEqual(['CarePlan:1', 'Need:1']);
  });

  it('are told by their kind and first facts', () => {
    const [found] = ownRecords('Care', { plans: [plan] }, records);
    expect(found && titleOf(found, records, new Map())).toBe('ケアプラン・作成日 令和8年4月1日');
  });
});
