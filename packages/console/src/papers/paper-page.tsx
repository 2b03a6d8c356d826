import type { ReactNode } from 'react';
import { useParams } from 'react-router';
import { Nowhere } from '../app/nowhere.js';
import { PaperPage } from '../generated/operations.js';
import { Answered, useAsked } from '../hub/asked.js';
import { Page } from '../ui/page.js';
import { Paper } from '../ui/paper.js';
import { choices, word } from '../words/words.js';

type SheetKind = ReturnType<typeof choices<'SheetKind'>>[number]['value'];

/** A form (帳票) as it is printed, with what whoever is at the screen may see. */
export function Component(): ReactNode {
  const { kind, id } = useParams();
  const known = choices('SheetKind').find(({ value }) => value === kind)?.value;
  return known && id ? <Sheet kind={known} id={id} /> : <Nowhere />;
}

function Sheet({ kind, id }: { readonly kind: SheetKind; readonly id: string }): ReactNode {
  const asked = useAsked(PaperPage, { kind, id });
  // What the paper is, without the note of the schema on which number it takes.
  const name = word('SheetKind', kind).replace(/\(.*$/, '');
  return (
    <Page title={name} tab={name}>
      <p className="no-print">
        いま、あなたが見てよい内容だけで作った帳票です。だれがいつ印刷したかが、紙と開示記録に残ります。
      </p>
      <Answered asked={asked} lines={8}>
        {({ printedSheet: { title, html, pdf, data } }) => (
          <>
            <Paper title={title} html={html} pdf={pdf} />
            <p className="no-print">
              <a
                href={`data:application/json;charset=utf-8,${encodeURIComponent(data)}`}
                download={`${title}.json`}
              >
                データ(JSON)を保存する
              </a>
              <br />
              <span className="quiet">ほかの業務システムに取り込むための、同じ内容のファイルです。</span>
            </p>
          </>
        )}
      </Answered>
    </Page>
  );
}
