import type { Label } from '@kasane/vocabulary';
import { lookupBy } from './lookup.js';
import { AIZU_WAKAMATSU, KATO } from './municipalities.js';

/** A daily-living area (日常生活圏域): what an office serves. */
export interface District {
  readonly id: string;
  readonly name: Label;
  readonly localGovernmentCode: string;
}

/** 会津若松 as the names of its 地域包括支援センター divide it; 加東 as one, because its document names no area. */
export const districts: readonly District[] = [
  {
    id: 'aizu-wakamatsu-1',
    name: { ja: '若松第１', en: 'Wakamatsu 1' },
    localGovernmentCode: AIZU_WAKAMATSU,
  },
  {
    id: 'aizu-wakamatsu-2',
    name: { ja: '若松第２', en: 'Wakamatsu 2' },
    localGovernmentCode: AIZU_WAKAMATSU,
  },
  {
    id: 'aizu-wakamatsu-3',
    name: { ja: '若松第３', en: 'Wakamatsu 3' },
    localGovernmentCode: AIZU_WAKAMATSU,
  },
  {
    id: 'aizu-wakamatsu-4',
    name: { ja: '若松第４', en: 'Wakamatsu 4' },
    localGovernmentCode: AIZU_WAKAMATSU,
  },
  {
    id: 'aizu-wakamatsu-5',
    name: { ja: '若松第５', en: 'Wakamatsu 5' },
    localGovernmentCode: AIZU_WAKAMATSU,
  },
  { id: 'aizu-kitaaizu', name: { ja: '北会津', en: 'Kitaaizu' }, localGovernmentCode: AIZU_WAKAMATSU },
  { id: 'aizu-kawahigashi', name: { ja: '河東', en: 'Kawahigashi' }, localGovernmentCode: AIZU_WAKAMATSU },
  { id: 'kato-city', name: { ja: '加東市全域', en: 'the whole of Kato City' }, localGovernmentCode: KATO },
];

/** @throws {Error} when the sample has no such district. */
export const district = lookupBy('district', districts, ({ id }) => id);
