/** What is left of an emergency, in words for who reads it and for who hears it. */
export interface TimeLeft {
  readonly isOver: boolean;
  /** `2時間59分07秒` */
  readonly words: string;
  /** Said aloud when it changes: `あと30分`; nothing while there is more. */
  readonly warning: string | undefined;
}

/** Minutes before the end at which it is said aloud. */
const WARNINGS = [1, 5, 10, 30] as const;

/** @param now as on this machine, whose clock may be some seconds away from the hub's */
export function timeLeft(until: string, now: number): TimeLeft {
  const seconds = Math.max(0, Math.ceil((Date.parse(until) - now) / 1000));
  const [hours, minutes, rest] = [
    Math.floor(seconds / 3600),
    Math.floor((seconds % 3600) / 60),
    seconds % 60,
  ];
  const two = (part: number): string => String(part).padStart(2, '0');
  const near = WARNINGS.find((each) => seconds <= each * 60);
  return {
    isOver: seconds === 0,
    words:
      hours > 0
        ? `${hours}時間${two(minutes)}分${two(rest)}秒`
        : minutes > 0
          ? `${minutes}分${two(rest)}秒`
          : `${rest}秒`,
    warning:
      seconds === 0 ? '終わりました' : near === undefined ? undefined : `あと${near}分以内に終わります`,
  };
}

/** Characters of a reason that go with each question; the whole of it is in the declaration. */
const MAX_IN_HEADER = 500;

/** A reason as it goes with each question: on one line, and no longer than the hub takes. */
export const reasonOnOneLine = (reason: string): string =>
  [...reason.replaceAll(/[\s\p{Cc}]+/gu, ' ').trim()].slice(0, MAX_IN_HEADER).join('').trim();
