import { day, word } from '../../words/words.js';
import { tellsTooMuch, type Resource, type Strength, type Tie } from './resources.js';

/** By its name, or by its kind: where that is wished, and where the name would tell a secret. */
export function labelOf({ name, kind }: Resource, naming: 'names' | 'careful' | 'kinds'): string {
  if (name !== null && (naming === 'names' || (naming === 'careful' && !tellsTooMuch(name)))) return name;
  if (kind === 'HOST') return '参加支援の受入先';
  return kind === null ? '関係機関' : word('OfficeKind', kind);
}

/** What it does, word by word. */
function wordsOf(tie: Tie): readonly string[] {
  switch (tie.of) {
    case 'seat':
      return said(
        tie.responsibility && word('Responsibility', tie.responsibility),
        tie.duty && word('Duty', tie.duty),
        tie.needsWorker && '後任待ち',
      );
    case 'sector':
      return [tie.role ? `分野の${word('ResponsibilityRole', tie.role)}` : '分野の担当'];
    case 'conference':
      return [tie.what ?? '会議の役割分担'];
    case 'outreach':
      return said('アウトリーチ', tie.stage && word('OutreachStage', tie.stage));
    case 'participation':
      return ['参加支援'];
    case 'place':
      return said(tie.menu, tie.state && word('ParticipationMatchState', tie.state));
  }
}

const said = (...words: readonly (string | null | false | undefined)[]): readonly string[] =>
  words.filter((each): each is string => typeof each === 'string' && each !== '');

/** What it does, in one line. */
export const dutyOf = (tie: Tie): string => wordsOf(tie).join('・');

/** What a resource does, in a few words for its box: that it leads first, that it takes part only where nothing else is told. */
export function dutiesOf({ ties }: Resource): string {
  const words = new Set(ties.flatMap(wordsOf));
  const leads = [word('Responsibility', 'LEAD'), `分野の${word('ResponsibilityRole', 'LEAD')}`].filter(
    (each) => words.has(each),
  );
  const rest = [...words].filter((each) => !leads.includes(each));
  const others = rest.filter((each) => each !== word('Responsibility', 'MEMBER'));
  return [...leads, ...(leads.length + others.length > 0 ? others : rest)].join('・');
}

/** Which record says so. */
export function sourceOf(tie: Tie): string {
  switch (tie.of) {
    case 'seat':
      return tie.caseNumber === null ? '支援体制' : `支援体制(${tie.caseNumber})`;
    case 'sector':
      return '分野の担当の記録';
    case 'conference':
      return '会議の役割分担';
    case 'outreach':
      return 'アウトリーチの記録';
    case 'participation':
    case 'place':
      return '参加支援の記録';
  }
}

/** From when until when; shorter without the weekdays. */
export const whenOf = ({ since, until }: Tie): string =>
  [since && `${short(since)}から`, until && `${short(until)}まで`].filter(Boolean).join(' ');

const short = (date: string): string => day(date).replace(/\(.\)$/, '');

export const strengthWords: Readonly<Record<Strength, string>> = {
  lead: '主担当(太い線)',
  normal: '関わりあり(実線)',
  notYet: 'これから・待っている(点線)',
};
