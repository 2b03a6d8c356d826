import type { ReactNode } from 'react';

/** A name with its furigana. A name that is not to be known is told as 氏名非開示, whether it exists or not. */
export function PersonName({
  identity,
}: {
  readonly identity: { readonly name: string | null; readonly kana?: string | null } | null | undefined;
}): ReactNode {
  if (!identity?.name) return <span className="quiet">氏名は表示できません</span>;
  const { name, kana } = identity;
  if (!kana) return <bdi>{name}</bdi>;
  return (
    <bdi>
      <ruby>
        {name}
        <rp>(</rp>
        <rt>{kana}</rt>
        <rp>)</rp>
      </ruby>
    </bdi>
  );
}
