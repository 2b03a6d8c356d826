import { ruleBookBlocks, type Block } from '@kasane/disclosure/rule-book';

/** A part of the rule book that stands under one heading, with those under it. */
export interface Part {
  readonly title: string;
  readonly level: 2 | 3;
  readonly blocks: readonly Block[];
}

/** The words of a block, as one reads them. */
function wordsOf(block: Block): string {
  switch (block.is) {
    case 'heading':
    case 'text':
      return block.words;
    case 'list':
    case 'numbered':
      return block.items.join('\n');
    case 'table':
      return [block.head, ...block.rows].flat().join('\n');
    case 'comment':
      return '';
  }
}

/** The rule book, heading by heading. What stands before the first one is the words of the book itself. */
export function bookParts(): { readonly about: readonly Block[]; readonly parts: readonly Part[] } {
  const about: Block[] = [];
  const parts: (Part & { readonly blocks: Block[] })[] = [];
  for (const block of ruleBookBlocks()) {
    if (block.is === 'comment' || (block.is === 'heading' && block.level === 1)) continue;
    if (block.is === 'heading')
      parts.push({ title: block.words, level: block.level === 2 ? 2 : 3, blocks: [] });
    else (parts.at(-1)?.blocks ?? about).push(block);
  }
  return { about, parts };
}

/** Without width, case and spaces, as people search. */
const plain = (text: string): string => text.normalize('NFKC').toLowerCase().replaceAll(/\s/gu, '');

/** The parts that hold every word of a search, each in its title or text. */
export function searchParts(parts: readonly Part[], search: string): readonly Part[] {
  const words = search.trim().split(/\s+/u).map(plain).filter(Boolean);
  return parts.filter(({ title, blocks }) => {
    const text = plain([title, ...blocks.map(wordsOf)].join('\n'));
    return words.every((word) => text.includes(word));
  });
}
