import type { Label } from '@kasane/vocabulary';

/** A city of the sample. `localGovernmentCode` is the six-digit 全国地方公共団体コード with its check digit. */
export interface Municipality {
  readonly localGovernmentCode: string;
  readonly name: Label;
}

export const AIZU_WAKAMATSU = '072028';
export const KATO = '282286';

export const municipalities: readonly Municipality[] = [
  { localGovernmentCode: AIZU_WAKAMATSU, name: { ja: '会津若松市', en: 'Aizuwakamatsu City' } },
  { localGovernmentCode: KATO, name: { ja: '加東市', en: 'Kato City' } },
];
