import type { ReactNode } from 'react';
import { HouseholdOverview, type HouseholdOverviewQuery } from '../generated/operations.js';
import { records, sectors } from '../generated/sectors.js';
import { Answered, ProblemNotice, useAsked } from '../hub/asked.js';
import { age, word } from '../words/words.js';
import { Notice } from '../ui/notice.js';
import type { OverviewMember } from './decisions.js';
import { useHousehold, type HouseholdInFrame } from './household-frame.js';
import { MemberPart } from './member-part.js';
import styles from './overview.module.css';
import { arrivalOf, Categories, type AskedSector } from './sector-part.js';
import { categoriesOf, toldOf, type SectorAnswer } from './sector-record.js';
import type { Names } from './tell.js';

type Overview = NonNullable<HouseholdOverviewQuery['household']>;

/** 世帯の概要: what is known of each member, sector by sector, and of the household as a whole. */
export function Component(): ReactNode {
  const frame = useHousehold();
  const overview = useAsked(HouseholdOverview, { id: frame.id });
  const asked = useSectors(frame.id);
  const failed = asked.find((each) => arrivalOf(each) === 'FAILED');
  return (
    <>
      {failed?.asked.error && <ProblemNotice error={failed.asked.error} again={failed.asked.again} />}
      <Answered asked={overview} lines={8}>
        {({ household }) =>
          household && <Members frame={frame} overview={household} asked={asked} names={namesOf(frame)} />
        }
      </Answered>
    </>
  );
}

/** One question a sector, all at once: a slow one holds up nothing but its own part. */
function useSectors(id: string): readonly AskedSector[] {
  // The sectors are those of the build: always as many, always in this order.
  return sectors.map((sector) => ({
    sector,
    asked: useAsked<SectorAnswer, { readonly id: string }>(sector.question, { id }),
  }));
}

const namesOf = ({ members }: HouseholdInFrame): Names =>
  new Map(
    (members ?? []).flatMap(({ person }) =>
      person?.identity?.name ? [[person.id, person.identity.name] as const] : [],
    ),
  );

interface Shown {
  readonly frame: HouseholdInFrame;
  readonly overview: Overview;
  readonly asked: readonly AskedSector[];
  readonly names: Names;
}

function Members({ frame, overview, asked, names }: Shown): ReactNode {
  const decided = new Map(
    (overview.members ?? []).flatMap(({ person }) => (person ? [[person.id, person]] : [])),
  );
  return (
    <>
      <Suggestions overview={overview} names={names} />
      <h2>世帯員</h2>
      {(frame.members ?? []).map((member) => {
        const more = member.person && decided.get(member.person.id);
        return (
          more && (
            <MemberPart
              key={more.id}
              member={member}
              more={more}
              household={frame.id}
              cases={overview.cases ?? []}
              asked={asked}
              names={names}
            />
          )
        );
      })}
      <OfHousehold frame={frame} overview={overview} asked={asked} names={names} />
    </>
  );
}

/** What ages and relations suggest: a reason to ask. */
function Suggestions({ overview: { flagSuggestions }, names }: Pick<Shown, 'overview' | 'names'>): ReactNode {
  if (!flagSuggestions || flagSuggestions.length === 0) return null;
  return (
    <Notice kind="info" title="年齢と続柄から考えられること(確かめられたことではありません)">
      <ul>
        {flagSuggestions.map(({ kind, persons }) => (
          <li key={`${kind} ${persons?.map(({ id }) => id).join()}`}>
            {kind && word('CompositeFlagKind', kind)}(
            {(persons ?? []).flatMap(({ id }) => names.get(id) ?? []).join('・')})
          </li>
        ))}
      </ul>
    </Notice>
  );
}

const ADULT = 18;

/** Records of the household as a whole: each needs a basis for every adult of whom it speaks. */
function OfHousehold({ frame, overview, asked, names }: Shown): ReactNode {
  const parts = asked.filter(({ sector }) => sector.household !== undefined);
  if (parts.length === 0) return null;
  const adults = adultsOf(frame, overview);
  const [first] = adults;
  return (
    <section aria-labelledby="whole">
      <h2 id="whole">世帯全体の記録</h2>
      {parts.map((part) => {
        const type = part.sector.household ?? '';
        const record = part.asked.data?.household?.record ?? null;
        const all = categoriesOf(type, records).flatMap((category) => {
          const decisions = adults.flatMap((adult) => decisionOf(adult, part.sector.id, category) ?? []);
          // The one that stands in the way, where there is one, says what would help.
          const decision = decisions.find(({ granted }) => !granted) ?? decisions[0];
          return decision ? [{ decision, told: toldOf(type, record, category, records) }] : [];
        });
        return (
          <div key={part.sector.id} className={styles.sector}>
            <h3>{nameOf(overview, part.sector.id)}</h3>
            <p className="quiet">
              世帯全体の記録は、記録に関わる大人全員について見てよい根拠があるときに表示します。
            </p>
            <Categories
              all={all}
              arrival={arrivalOf(part)}
              names={names}
              level={4}
              about={{
                household: frame.id,
                person: first?.id ?? '',
                case: overview.cases?.[0]?.id ?? undefined,
              }}
            />
          </div>
        );
      })}
    </section>
  );
}

function adultsOf({ members }: HouseholdInFrame, overview: Overview): readonly OverviewMember[] {
  const isChild = new Set(
    (members ?? []).flatMap(({ person }) => {
      const born = person?.identity?.birthDate;
      return person && born && age(born) < ADULT ? [person.id] : [];
    }),
  );
  return (overview.members ?? []).flatMap(({ person }) =>
    person && !isChild.has(person.id) ? [person] : [],
  );
}

const decisionOf = (
  { disclosure }: OverviewMember,
  sector: string,
  category: string,
): OverviewMember['disclosure']['sectors'][number]['categories'][number] | undefined =>
  disclosure.sectors
    .find((each) => each.sector === sector)
    ?.categories.find((each) => each.category === category);

const nameOf = ({ members }: Overview, sector: string): string =>
  members?.[0]?.person?.disclosure.sectors.find((each) => each.sector === sector)?.name ?? '';
