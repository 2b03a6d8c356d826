import { expect, test } from '@jest/globals';
import { hiddenByReason, type CategoryDecision } from './decisions.js';

const decision = (name: string, why: string, granted = false): CategoryDecision => ({
  __typename: 'CategoryDisclosure',
  category: 'NOTES',
  name,
  granted,
  level: granted ? 'DETAIL' : 'NONE',
  itemsOnly: false,
  despiteRefusal: false,
  why,
  until: null,
  reason: granted ? null : 'NO_BASIS',
  nextSteps: [{ __typename: 'DisclosureStep', step: 'ASK_CONSENT', label: '本人に同意を求める' }],
});

test('hidden categories are told once for each reason, in their order', () => {
  const hidden = hiddenByReason([
    decision('要介護認定', '根拠がありません'),
    decision('ケアプラン', '同意', true),
    decision('権利擁護', '共有できない情報です'),
    decision('相談・支援経過', '根拠がありません'),
  ]);
  expect(hidden.map(({ why, names }) => [why, names])).toEqual([
    ['根拠がありません', ['要介護認定', '相談・支援経過']],
    ['共有できない情報です', ['権利擁護']],
  ]);
});
