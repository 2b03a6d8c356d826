import { ConsentState, startOfJapanDay } from '@kasane/vocabulary';
import type { Wording } from '../language.js';
import { endOf } from './consent-receipt-json.js';
import type { ReceiptRecord } from './receipt-record.js';

/** What a receipt tells on the day it is handed over: a paper that is titled 同意 must not tell of a refusal. */
export type Phase = 'pending' | 'given' | 'refused' | 'withdrawn' | 'ended';

const phaseOfState: Readonly<Record<ConsentState, Phase>> = {
  REQUESTED: 'pending',
  DEFERRED: 'pending',
  REFUSED: 'refused',
  GIVEN: 'given',
  RENEWED: 'given',
  EXPIRED: 'ended',
  WITHDRAWN: 'withdrawn',
  REVOKED: 'ended',
  INVALIDATED: 'ended',
};

export function phaseOf(record: ReceiptRecord, issuedOn: string): Phase {
  const phase = phaseOfState[record.events.at(-1)?.state ?? ConsentState.REQUESTED];
  return phase === 'given' && startOfJapanDay(issuedOn) >= endOf(record) ? 'ended' : phase;
}

interface PhaseWords {
  readonly heading: Wording;
  readonly told: Wording;
  /** The title of the part that lists what the record speaks of. */
  readonly contents: Wording;
  /** What its permitting rules are called; absent where they permit nothing. */
  readonly permitted?: Wording;
  /** What it says must not be given. */
  readonly denied: Wording;
}

const notGiven: Wording = { ja: '提供しない情報', simple: '{伝|つた}えない {情報|じょうほう}' };
const wasNotGiven: Wording = {
  ja: '提供しないこととしていた情報',
  simple: '{伝|つた}えないと {決|き}めて いた {情報|じょうほう}',
};

export const phases: Readonly<Record<Phase, PhaseWords>> = {
  pending: {
    heading: {
      ja: '個人情報の提供についてお伺いしたことの控え',
      simple: '{情報|じょうほう}を {伝|つた}えても いいか、 {聞|き}いた ことの {控|ひか}え',
    },
    told: {
      ja: 'まだお返事をいただいていません。お返事をいただくまで、同意に基づいて情報を提供することはありません。',
      simple:
        'まだ {返事|へんじ}を {聞|き}いて いません。 {返事|へんじ}を {聞|き}くまで、 {同意|どうい}で {情報|じょうほう}を {伝|つた}える ことは ありません。',
    },
    contents: { ja: 'お伺いしている情報と提供先', simple: '{何|なに}を どこに {伝|つた}えても いいか' },
    denied: notGiven,
    permitted: { ja: 'お伺いしている情報', simple: '{聞|き}いて いる {情報|じょうほう}' },
  },
  given: {
    heading: {
      ja: '個人情報の提供に関する同意の控え',
      simple: '{同意|どうい}の {控|ひか}え （あなたが {持|も}つ {紙|かみ}）',
    },
    told: {
      ja: '次の内容で同意をいただきました。ここにない情報は提供しません。',
      simple:
        'あなたは {下|した}の ことに {同意|どうい}しました。 ここに ない {情報|じょうほう}は {伝|つた}えません。',
    },
    contents: { ja: '情報と提供先', simple: '{何|なに}を どこに {伝|つた}えるか' },
    denied: notGiven,
    permitted: { ja: '提供する情報', simple: '{伝|つた}える {情報|じょうほう}' },
  },
  refused: {
    heading: {
      ja: '個人情報の提供に関する不同意の控え',
      simple:
        '{情報|じょうほう}を {伝|つた}えないで ほしい と {言|い}った {控|ひか}え （あなたが {持|も}つ {紙|かみ}）',
    },
    told: {
      ja: '次の情報の提供に同意しないことを伺いました。同意しなくても、相談や支援を断られることはありません。',
      simple:
        'あなたは {下|した}の {情報|じょうほう}を {伝|つた}えないで ほしいと {言|い}いました。 {相談|そうだん}や {手伝|てつだ}いを {受|う}ける ことは できます。',
    },
    contents: { ja: '提供しない情報と相手', simple: '{何|なに}を どこに {伝|つた}えないか' },
    denied: notGiven,
  },
  withdrawn: {
    heading: {
      ja: '同意の撤回の控え',
      simple: '{同意|どうい}を やめた {控|ひか}え （あなたが {持|も}つ {紙|かみ}）',
    },
    told: {
      ja: '次の同意は、撤回されました。今後、この同意により新たに情報を提供することはありません。',
      simple:
        'あなたは {下|した}の {同意|どうい}を やめました。 これからは、 この {同意|どうい}で {情報|じょうほう}を {伝|つた}えません。',
    },
    contents: { ja: '撤回した同意の内容', simple: 'やめた {同意|どうい}' },
    denied: wasNotGiven,
    permitted: { ja: '同意していた情報', simple: '{同意|どうい}して いた {情報|じょうほう}' },
  },
  ended: {
    heading: {
      ja: '終わった同意の控え',
      simple: '{終|お}わった {同意|どうい}の {控|ひか}え （あなたが {持|も}つ {紙|かみ}）',
    },
    told: {
      ja: '次の同意は、効力を失っています。この同意により新たに情報を提供することはありません。',
      simple:
        '{下|した}の {同意|どうい}は {終|お}わりました。 この {同意|どうい}で {情報|じょうほう}を {伝|つた}えません。',
    },
    contents: { ja: '終わった同意の内容', simple: '{終|お}わった {同意|どうい}' },
    denied: wasNotGiven,
    permitted: { ja: '同意していた情報', simple: '{同意|どうい}して いた {情報|じょうほう}' },
  },
};
