import { useState, type ReactNode } from 'react';
import { Button } from './button.js';

const SHOWN = 400;

/** Words of any length: of very many the first, and the rest at a press. Written from the side its script is. */
export function LongText({ text }: { readonly text: string }): ReactNode {
  const [isWhole, setWhole] = useState(false);
  const length = [...text].length;
  // A little more is no trouble: nobody presses a button for a line.
  if (isWhole || length <= SHOWN * 1.5) return <bdi dir="auto">{text}</bdi>;
  return (
    <>
      <bdi dir="auto">{beginning(text)}…</bdi>{' '}
      <Button variant="quiet" onPress={() => setWhole(true)}>
        全文を見る({length.toLocaleString('ja')}文字)
      </Button>
    </>
  );
}

/** Never cut within a letter: a kanji may be two units, or one with a variation. */
function beginning(text: string): string {
  const letters = new Intl.Segmenter('ja').segment(text.slice(0, SHOWN * 4));
  return Array.from(letters, ({ segment }) => segment)
    .slice(0, SHOWN)
    .join('');
}
