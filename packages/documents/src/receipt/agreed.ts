import { ConsentEffect } from '@kasane/vocabulary';
import { markup, nothing, type Html } from '../html.js';
import type { Wording } from '../language.js';
import { isSensitive, marked, recipientsOf, type Line } from '../lines.js';
import { bullets, table } from '../parts.js';
import type { Writer } from '../writer.js';
import { phases, type Phase } from './phase.js';

/** What the record speaks of: which information of which desk, to whom; and what must not be given. */
export function agreed(lines: readonly Line[], phase: Phase, writer: Writer): Html {
  const { permitted, denied } = phases[phase];
  const isPermit = ({ effect }: Line): boolean => permitted !== undefined && effect === ConsentEffect.PERMIT;
  return markup`${
    permitted === undefined
      ? nothing
      : linesTable(
          permitted,
          { ja: '提供先', simple: '{伝|つた}える ところ' },
          lines.filter(isPermit),
          writer,
        )
  }${linesTable(
    denied,
    { ja: '提供しない相手', simple: '{伝|つた}えない ところ' },
    lines.filter((one) => !isPermit(one)),
    writer,
  )}`;
}

function linesTable(what: Wording, who: Wording, lines: readonly Line[], writer: Writer): Html {
  const { say, name, list } = writer;
  if (lines.length === 0) return nothing;
  return table(
    say(what),
    [say({ ja: '情報を持つ窓口', simple: '{情報|じょうほう}が ある {窓口|まどぐち}' }), say(what), say(who)],
    lines.flatMap((one) =>
      one.sources.map((source) => [
        marked(one.mark, name(source.sector)),
        categoryList(source.categories, writer),
        list(recipientsOf(one, writer)),
      ]),
    ),
    'triple wide unseen',
  );
}

/** Sensitive data stands apart here too. */
function categoryList(categories: Line['sources'][number]['categories'], { say, category }: Writer): Html {
  const sensitive = categories.filter(isSensitive);
  const heading = say({ ja: '特に配慮が必要な情報', simple: 'とくに {大切|たいせつ}な {情報|じょうほう}' });
  return markup`${bullets(categories.filter((each) => !isSensitive(each)).map(category))}${
    sensitive.length === 0
      ? nothing
      : markup`<p class="note"><strong>${heading}</strong></p>${bullets(sensitive.map(category))}`
  }`;
}
