import type { ReactNode } from 'react';
import type { MinutesPartsFragment } from '../generated/operations.js';
import type { Fact } from '../ui/facts.js';
import { day } from '../words/words.js';
import { Names, type Named } from '../ui/persons.js';

/** What minutes say, whether they stand or are still being written. */
export interface MinutesWords {
  readonly shared: readonly { readonly office: string | null; readonly what: string | null }[] | null;
  readonly discussion: string | null;
  readonly roles:
    | readonly {
        readonly office: string | null;
        readonly what: string | null;
        readonly until: string | null;
        readonly persons: readonly Named[];
      }[]
    | null;
  readonly gaps: readonly string[] | null;
  readonly nextOn: string | null;
}

/** As one reads them, in the order of the form. */
export function minutesFacts(
  { shared, discussion, roles, gaps, nextOn }: MinutesWords | MinutesPartsFragment,
  nameOf: (code: string | null) => string,
): readonly Fact[] {
  return [
    ['共有した情報', lines(shared ?? [], ({ office, what }) => `${nameOf(office)}:${what ?? ''}`)],
    ['検討結果', discussion],
    [
      '役割分担',
      lines(roles ?? [], ({ office, what, until, persons }) => (
        <>
          {nameOf(office)}:{what}({until ? `${day(until)}まで` : '期限なし'}
          {persons.length > 0 && (
            <>
              、対象 <Names of={persons} />
            </>
          )}
          )
        </>
      )),
    ],
    ['足りない社会資源', lines(gaps ?? [], (gap) => gap)],
    ['次回', nextOn && day(nextOn)],
  ];
}

function lines<Line>(all: readonly Line[], of: (line: Line) => ReactNode): ReactNode {
  if (all.length === 0) return undefined;
  return (
    <ul>
      {all.map((line, at) => (
        <li key={at}>{of(line)}</li>
      ))}
    </ul>
  );
}
