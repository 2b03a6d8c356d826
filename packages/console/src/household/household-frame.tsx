import type { ReactNode } from 'react';
import { Outlet, useLocation, useOutletContext, useParams } from 'react-router';
import { PurposeChoices } from '../app/purpose-dialog.js';
import { HouseholdFrame, type HouseholdFrameQuery } from '../generated/operations.js';
import { Answered, useAsked } from '../hub/asked.js';
import { useWatchedOver } from '../hub/watched-over.js';
import { useLooking } from '../session/purpose.js';
import { Notice } from '../ui/notice.js';
import { Page } from '../ui/page.js';
import { Tabs } from '../ui/tabs.js';
import { PersonName } from '../ui/person-name.js';

export type HouseholdInFrame = NonNullable<HouseholdFrameQuery['household']>;

/** The household that the frame shows, for the page within it: members whom you may know of, and its cases. */
export const useHousehold = (): HouseholdInFrame => useOutletContext<HouseholdInFrame>();

const parts = [
  { path: '', label: '概要' },
  { path: 'genogram', label: 'ジェノグラム' },
  { path: 'ecomap', label: 'エコマップ' },
  { path: 'timeline', label: '経過' },
  { path: 'roles', label: '役割' },
  { path: 'consents', label: '同意' },
] as const;

/**
 * What all views of one household have in common: its heading, its tabs, and the watch over what may be shown. A view
 * is a child route; its page starts with a heading of level 2, for the frame holds the first.
 */
export function Component(): ReactNode {
  const { householdId = '' } = useParams();
  return <Frame key={householdId} id={householdId} />;
}

function Frame({ id }: { readonly id: string }): ReactNode {
  const { purpose } = useLooking();
  const { pathname } = useLocation();
  const base = `/households/${id}`;
  const part = parts.find(({ path }) => path !== '' && pathname.startsWith(`${base}/${path}`)) ?? parts[0];
  const asked = useAsked(HouseholdFrame, { id }, { pause: !purpose });
  const household = purpose ? asked.data?.household : undefined;

  const { isSure, over } = useWatchedOver(household?.members?.flatMap(({ person }) => person ?? []));

  return (
    <Page
      title={household && isSure ? <Whose household={household} /> : '世帯'}
      tab={`世帯の${part.label}`}
      above={[{ to: '/households', label: '世帯をさがす' }]}
    >
      <Tabs
        label="世帯の見方"
        tabs={parts.map((each) => ({
          to: each.path === '' ? base : `${base}/${each.path}`,
          label: each.label,
          isHere: each === part,
        }))}
      />
      {purpose ? (
        over(
          <Answered asked={asked} lines={6}>
            {({ household: found }) =>
              found ? (
                <Outlet context={found satisfies HouseholdInFrame} />
              ) : (
                <Notice kind="info" title="世帯が見つかりません" />
              )
            }
          </Answered>,
        )
      ) : (
        <section aria-labelledby="why">
          <h2 id="why">何のために見ますか</h2>
          <PurposeChoices />
        </section>
      )}
    </Page>
  );
}

function Whose({ household: { members } }: { readonly household: HouseholdInFrame }): ReactNode {
  const first = members?.find(({ relation }) => relation === 'SELF') ?? members?.[0];
  if (!first?.person?.identity?.name) return '世帯';
  return (
    <>
      <PersonName identity={first.person.identity} />
      さんの世帯
    </>
  );
}
