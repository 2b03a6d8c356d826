import type { CombinedError } from 'urql';
import { codesOf } from './hub.js';

/** What staff are told of each code. What is forbidden and what does not exist are told alike. */
const words: Readonly<Record<string, string>> = {
  UNAUTHENTICATED: 'サインインし直してください。',
  FORBIDDEN: 'この操作は、いまの役割や担当ではできません。',
  NOT_FOUND: '見つかりません。',
  PURPOSE_REQUIRED: '画面の上の「利用目的」を選んでください。',
  BAD_USER_INPUT: '入力した内容を確かめてください。',
  CONFLICT: 'ほかの人が先に変更しました。最新の内容を確かめてから、もう一度お試しください。',
  RATE_LIMITED: '短い間に多くの操作がありました。しばらく待ってから、もう一度お試しください。',
  TOO_MANY_REQUESTS: '短い間に多くの操作がありました。しばらく待ってから、もう一度お試しください。',
  SECTOR_UNAVAILABLE: '一部の窓口のシステムから答えがありません。しばらくしてから、もう一度お試しください。',
  UNTRUSTED_DOCUMENT: '画面が古くなっています。ページを読み込み直してください。',
};

/** One sentence for the person at the screen, and the number under which the log knows it. */
export interface Problem {
  readonly text: string;
  readonly reference: string | undefined;
}

export function problemOf(error: CombinedError): Problem {
  const reference = error.graphQLErrors
    .map(({ extensions }) => extensions?.['correlationId'])
    .find((id): id is string => typeof id === 'string');
  if (error.networkError && error.graphQLErrors.length === 0)
    return { text: '重ねにつながりません。ネットワークを確かめてください。', reference };
  const [told] = codesOf(error).flatMap((code) => words[code] ?? []);
  return { text: told ?? '処理できませんでした。しばらくしてから、もう一度お試しください。', reference };
}
