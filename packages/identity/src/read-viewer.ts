import { ErrorCode, HubError, isPurpose, Purpose } from '@kasane/vocabulary';
import type { StaffIdentity } from './staff-identity.js';
import type { Viewer } from './viewer.js';

/** The request headers that say why a viewer looks: the same for console, Sandbox and scripts. */
export const purposeHeaders = {
  purpose: 'hub-purpose',
  conference: 'hub-conference',
  emergencyReason: 'hub-emergency-reason',
} as const;

/** Code points of a decoded emergency reason. */
export const MAX_EMERGENCY_REASON = 500;
/** A kanji takes nine bytes in percent-encoding. */
const MAX_ENCODED_REASON = MAX_EMERGENCY_REASON * 12;

/** What headers must be able to do: `Headers`, Apollo's `HeaderMap` and a small adapter all can. */
export interface HeaderSource {
  get(name: string): string | null | undefined;
}

/**
 * Joins who signed in with why they look. A blank header counts as absent, because Sandbox sends rows that were
 * left empty.
 * @throws {HubError} `BAD_USER_INPUT` for an unknown purpose (naming those allowed), a malformed conference id,
 * or a reason that is too long or not percent-encoded UTF-8.
 */
export function readViewer(staff: StaffIdentity, headers: HeaderSource, requestId: string): Viewer {
  const purpose = header(headers, purposeHeaders.purpose);
  const conference = header(headers, purposeHeaders.conference);
  const reason = header(headers, purposeHeaders.emergencyReason);
  if (purpose !== undefined && !isPurpose(purpose)) {
    throw badInput(`The header ${purposeHeaders.purpose} must be one of ${Object.keys(Purpose).join(', ')}.`);
  }
  if (conference !== undefined && !/^[A-Za-z0-9._:-]{1,64}$/.test(conference)) {
    throw badInput(`The header ${purposeHeaders.conference} must be the id of a conference session.`);
  }
  return {
    ...staff,
    ...(purpose !== undefined && { purpose }),
    ...(conference !== undefined && { conference }),
    ...(reason !== undefined && { emergencyReason: decodeReason(reason) }),
    requestId,
  };
}

function header(headers: HeaderSource, name: string): string | undefined {
  return headers.get(name)?.trim() || undefined;
}

/**
 * Node reads header bytes as Latin-1: Japanese sent as it stands would reach the reviewer as noise, so anything
 * beyond ASCII must come percent-encoded. Control characters could forge lines where the reason is printed.
 */
function decodeReason(encoded: string): string {
  const problem = badInput(
    `The header ${purposeHeaders.emergencyReason} must be percent-encoded UTF-8 of at most ${MAX_EMERGENCY_REASON} characters.`,
  );
  if (encoded.length > MAX_ENCODED_REASON || !/^[\x20-\x7e]*$/.test(encoded)) throw problem;
  let reason: string;
  try {
    reason = decodeURIComponent(encoded).trim();
  } catch {
    throw problem;
  }
  if (reason === '' || [...reason].length > MAX_EMERGENCY_REASON || /\p{Cc}/u.test(reason)) throw problem;
  return reason;
}

const badInput = (message: string): HubError => new HubError(ErrorCode.BAD_USER_INPUT, message);
