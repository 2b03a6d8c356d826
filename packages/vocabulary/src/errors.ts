/** Every code a client of the hub can meet. The codes are the contract; messages may change. */
export const ErrorCode = {
  UNAUTHENTICATED: 'UNAUTHENTICATED',
  FORBIDDEN: 'FORBIDDEN',
  BAD_USER_INPUT: 'BAD_USER_INPUT',
  PURPOSE_REQUIRED: 'PURPOSE_REQUIRED',
  NOT_FOUND: 'NOT_FOUND',
  CONFLICT: 'CONFLICT',
  GRANT_INVALID: 'GRANT_INVALID',
  PAYLOAD_TOO_LARGE: 'PAYLOAD_TOO_LARGE',
  RATE_LIMITED: 'RATE_LIMITED',
  UNTRUSTED_DOCUMENT: 'UNTRUSTED_DOCUMENT',
  SECTOR_UNAVAILABLE: 'SECTOR_UNAVAILABLE',
  SECTOR_TIMEOUT: 'SECTOR_TIMEOUT',
  LEDGER_UNAVAILABLE: 'LEDGER_UNAVAILABLE',
  INTERNAL: 'INTERNAL',
} as const;
export type ErrorCode = (typeof ErrorCode)[keyof typeof ErrorCode];

/** The HTTP status of each code when the whole request fails with it, and the only words a client is told. */
export const errorCodes: Readonly<Record<ErrorCode, { readonly status: number; readonly message: string }>> =
  {
    UNAUTHENTICATED: {
      status: 401,
      message: 'サインインが必要です。 Sign in: the access token is missing, expired or not valid.',
    },
    FORBIDDEN: { status: 403, message: 'この操作は許可されていません。 You may not do this.' },
    BAD_USER_INPUT: { status: 400, message: '入力に誤りがあります。 The input is not valid.' },
    PURPOSE_REQUIRED: {
      status: 400,
      message: '利用目的を選んでください。 State a purpose in the header hub-purpose.',
    },
    NOT_FOUND: { status: 404, message: '見つかりません。 Not found.' },
    CONFLICT: {
      status: 409,
      message: '他の人が先に更新しました。 Somebody else changed this first: read it again.',
    },
    GRANT_INVALID: { status: 403, message: '開示の許可を確認できません。 The grant could not be verified.' },
    PAYLOAD_TOO_LARGE: { status: 413, message: '要求が大きすぎます。 The request is too large.' },
    RATE_LIMITED: { status: 429, message: '要求が多すぎます。 Too many requests: wait as Retry-After says.' },
    UNTRUSTED_DOCUMENT: {
      status: 403,
      message: '登録された問い合わせではありません。 Only registered operations are taken here.',
    },
    SECTOR_UNAVAILABLE: {
      status: 503,
      message: '現在取得できない機関があります。 A sector system could not answer.',
    },
    SECTOR_TIMEOUT: { status: 504, message: '応答の遅い機関があります。 A sector system took too long.' },
    LEDGER_UNAVAILABLE: {
      status: 503,
      message: '開示記録を残せないため表示できません。 Nothing is disclosed: the ledger cannot be written.',
    },
    INTERNAL: { status: 500, message: '内部エラーが発生しました。 Something failed inside the hub.' },
  };

export const isErrorCode = (value: unknown): value is ErrorCode =>
  typeof value === 'string' && Object.hasOwn(errorCodes, value);

/**
 * The one error class of the hub. `message` reaches the client only for the codes whose cause lies with the
 * client (4xx); of all others the client is told the fixed words of the code.
 */
export class HubError extends Error {
  readonly code: ErrorCode;

  constructor(code: ErrorCode, message: string = errorCodes[code].message, options?: ErrorOptions) {
    super(message, options);
    this.name = 'HubError';
    this.code = code;
  }

  get httpStatus(): number {
    return errorCodes[this.code].status;
  }

  /** What GraphQL carries to the formatter: graphql-js copies `extensions` from an original error. */
  get extensions(): { readonly code: ErrorCode; readonly http: { readonly status: number } } {
    return { code: this.code, http: { status: this.httpStatus } };
  }
}
