import type { Label } from './label.js';

/** How much of a category a basis opens. */
export const Level = { NONE: 'NONE', EXISTENCE: 'EXISTENCE', SUMMARY: 'SUMMARY', DETAIL: 'DETAIL' } as const;
export type Level = (typeof Level)[keyof typeof Level];

export const levelLabels: Readonly<Record<Level, Label>> = {
  NONE: { ja: '開示しない', en: 'nothing' },
  EXISTENCE: { ja: '有無のみ', en: 'that it exists' },
  SUMMARY: { ja: '概要', en: 'summary' },
  DETAIL: { ja: '詳細', en: 'detail' },
};

export const isLevel = (value: unknown): value is Level =>
  typeof value === 'string' && Object.hasOwn(levelLabels, value);

const order: readonly Level[] = [Level.NONE, Level.EXISTENCE, Level.SUMMARY, Level.DETAIL];

/** Whether `level` opens as much as `wanted`, or more. */
export const isAtLeast = (level: Level, wanted: Level): boolean =>
  order.indexOf(level) >= order.indexOf(wanted);
