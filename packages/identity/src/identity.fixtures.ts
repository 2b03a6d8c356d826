import { officeCode, sectorId, staffId } from '@kasane/vocabulary';
import type { StaffIdentity } from './staff-identity.js';

export const suzuki: StaffIdentity = {
  staffId: staffId('staff-suzuki'),
  name: '鈴木 花子',
  office: officeCode('wakamatsu-1'),
  sector: sectorId('elder-care'),
  capacity: 'ENTRUSTED_STAFF',
  roles: ['SECTOR_WORKER'],
};

export const kato: StaffIdentity = {
  staffId: staffId('staff-kato'),
  office: officeCode('regional-welfare'),
  capacity: 'CITY_STAFF',
  roles: ['COORDINATOR', 'PRIVACY_OFFICER'],
};

/** A clock that tests move by hand. */
export function handClock(start = '2026-04-01T00:00:00Z'): { (): Date; advance(seconds: number): void } {
  let now = Date.parse(start);
  const clock = (): Date => new Date(now);
  return Object.assign(clock, {
    advance(seconds: number): void {
      now += seconds * 1000;
    },
  });
}

/** A token whose payload was changed and whose signature was kept. */
export function tampered(token: string, change: (claims: Record<string, unknown>) => void): string {
  const [header = '', payload = '', signature = ''] = token.split('.');
  const claims = JSON.parse(Buffer.from(payload, 'base64url').toString()) as Record<string, unknown>;
  change(claims);
  return [header, Buffer.from(JSON.stringify(claims)).toString('base64url'), signature].join('.');
}

/** The same claims under another header, e.g. `alg: none` without a signature. */
export function withHeader(token: string, header: Record<string, unknown>, signature = ''): string {
  const [, payload = ''] = token.split('.');
  return [Buffer.from(JSON.stringify(header)).toString('base64url'), payload, signature].join('.');
}
