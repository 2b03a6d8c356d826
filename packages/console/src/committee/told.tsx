import type { ReactNode } from 'react';

/** The word for a number that is not told. */
export const NOT_TOLD = '秘匿';

/** A number, or the mark for one that is not told: never a zero. */
export const Told = ({
  value,
  unit = '',
}: {
  readonly value: number | null;
  readonly unit?: string;
}): ReactNode =>
  value === null ? (
    <>
      <span aria-hidden="true">-</span>
      <span className="visually-hidden">{NOT_TOLD}</span>
    </>
  ) : (
    `${value.toLocaleString('ja')}${unit}`
  );
