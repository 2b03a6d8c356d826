import { charProblems } from './input.js';

/** Characters that a reason on record has at least: "念のため" is none. Our own choice. */
export const MIN_REASON = 10;
export const MAX_REASON = 2_000;

/** What is wrong with a reason, in words for whoever wrote it; nothing when it will do. */
export function reasonProblems(reason: string): readonly string[] {
  const length = [...reason.trim()].length;
  if (length < MIN_REASON) return [`理由を${MIN_REASON}文字以上で記入してください。`];
  const problems = charProblems(reason);
  if (problems.length > 0) return problems;
  return length > MAX_REASON ? [`理由は${MAX_REASON}文字以内にしてください。`] : [];
}
