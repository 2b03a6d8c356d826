import type { ReactNode } from 'react';
import { useNavigate, useParams, useSearchParams } from 'react-router';
import { Form } from '../form/form.js';
import { ReferPage, ReferralPage, ReferralSend, type ReferPageQuery } from '../generated/operations.js';
import { Answered, useAsked } from '../hub/asked.js';
import { NotDone, useChange } from '../hub/change.js';
import { useSession } from '../session/session.js';
import { Notice } from '../ui/notice.js';
import { Page } from '../ui/page.js';
import { useSay } from '../ui/said.js';
import { day } from '../words/words.js';
import { ReferralFields } from './referral-fields.js';
import { emptyReferral, referralInput, type ReferralValues } from './referral-values.js';

/** つなぐ: refers people of a case to another office; or on to one more, after the first sent it back. */
export function Component(): ReactNode {
  const { caseId = '' } = useParams();
  const asked = useAsked(ReferPage, { case: caseId });
  return (
    <Page title="つなぐ" tab="つなぐ" above={[{ to: `/cases/${caseId}`, label: 'ケース' }]}>
      <Answered asked={asked} lines={8}>
        {({ supportCase }) =>
          supportCase?.id ? (
            <Refer of={supportCase} />
          ) : (
            <Notice kind="info" title="このケースは見つかりません。" />
          )
        }
      </Answered>
    </Page>
  );
}

type ShownCase = NonNullable<ReferPageQuery['supportCase']>;

function Refer({ of }: { readonly of: ShownCase }): ReactNode {
  const { viewer } = useSession();
  const [search] = useSearchParams();
  const replaces = search.get('replaces') ?? undefined;
  const cameBack = useAsked(ReferralPage, { id: replaces ?? '' }, { pause: replaces === undefined });
  const send = useChange(ReferralSend);
  const navigate = useNavigate();
  const { say } = useSay();
  const persons = of.persons ?? [];
  const caseId = of.id ?? '';
  // What was written for the first office serves for the next.
  if (replaces !== undefined && !cameBack.data && !cameBack.error)
    return <Answered asked={cameBack}>{() => null}</Answered>;
  const before = cameBack.data?.referral;
  return (
    <>
      {of.number && <p>ケース番号 {of.number}</p>}
      {before && (
        <Notice
          kind="info"
          title={`${before.toOffice.name ?? before.toOffice.code}から差し戻されたつなぎを、別の機関へつなぎ直します。`}
        />
      )}
      <Form<ReferralValues>
        draft={`refer:${caseId}:${replaces ?? ''}`}
        start={{
          ...emptyReferral(
            (before?.persons ?? persons).map(({ id }) => id),
            viewer.name ?? '',
          ),
          ...(before && {
            urgency: before.urgency,
            reason: before.letter?.reason ?? '',
            request: before.letter?.request ?? '',
          }),
        }}
        action="つなぎを送る"
        onSend={async (values) => {
          const answer = await send({ case: caseId, input: referralInput(values, replaces) });
          if (answer.__typename === 'ReferralMovedOn')
            throw new NotDone(['元のつなぎは、ほかの人が先に変更しました。元のつなぎを確かめてください。']);
          const { referral } = answer;
          say(`つなぎを送りました。回答期限は${day(referral.answerDue)}です。`);
          await navigate(`/referrals/${referral.id}`);
        }}
      >
        <ReferralFields persons={persons} />
      </Form>
    </>
  );
}
