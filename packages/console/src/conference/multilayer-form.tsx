import { useState, type ReactNode } from 'react';
import { useFormContext } from 'react-hook-form';
import { useNavigate } from 'react-router';
import { Choices } from '../form/inputs.js';
import { Form } from '../form/form.js';
import {
  ConferenceColleagues,
  ConferenceConveneMultilayer,
  ConferenceConvening,
  ConferenceMove,
  SessionColleagues,
  type ConferenceConveningQuery,
} from '../generated/operations.js';
import { Answered, useAsked } from '../hub/asked.js';
import { useChange } from '../hub/change.js';
import { useSession } from '../session/session.js';
import { Notice } from '../ui/notice.js';
import { useSay } from '../ui/said.js';
import { day, word } from '../words/words.js';
import { ConsentMissing } from './consent-missing.js';
import { MeetingFields } from './meeting-fields.js';
import { meetingInput, newItem, type MeetingPaper } from './meeting.js';
import { useOffices } from './offices.js';
import { distinctPeople, nobody, type Somebody } from './people.js';
import { nameIn, type Named } from '../ui/persons.js';
import { recordedConference } from './told.js';

interface MultilayerPaper extends MeetingPaper {
  readonly persons: readonly string[];
}
const KINDS = ['APPROPRIATENESS', 'DIRECTION', 'ROLES', 'FINAL_EVALUATION'] as const;

/** A 重層的支援会議 about a case: convened, or gone on to from a 支援会議. */
export function MultilayerForm({
  caseId,
  from,
}: {
  readonly caseId: string;
  /** The 支援会議 that goes on as this one: its agenda and roster come along. */
  readonly from?: string;
}): ReactNode {
  const asked = useAsked(ConferenceConvening, { case: caseId });
  return (
    <Answered asked={asked} lines={8}>
      {({ supportCase }) =>
        supportCase?.householdId ? (
          <Meeting
            supportCase={supportCase}
            household={supportCase.householdId}
            caseId={caseId}
            {...(from !== undefined && { from })}
          />
        ) : (
          <Notice kind="info" title="このケースについて、重層的支援会議を開くことはできません" />
        )
      }
    </Answered>
  );
}

function Meeting({
  caseId,
  household,
  from,
  supportCase: { persons, plans },
}: {
  readonly caseId: string;
  readonly household: string;
  readonly from?: string;
  readonly supportCase: NonNullable<ConferenceConveningQuery['supportCase']>;
}): ReactNode {
  const { viewer } = useSession();
  const { options, nameOf } = useOffices();
  const navigate = useNavigate();
  const { say } = useSay();
  const convene = useChange(ConferenceConveneMultilayer);
  const move = useChange(ConferenceMove);
  const [missing, setMissing] = useState<readonly Named[]>([]);
  const known = useKnown(nameOf);
  const all = persons ?? [];
  const start: MultilayerPaper = {
    persons: all.map(({ id }) => id),
    heldOn: '',
    heldTime: '',
    place: '',
    secretariat: '',
    agenda: [newItem([household], from === undefined ? 'APPROPRIATENESS' : 'DIRECTION')],
    participants: [],
  };
  return (
    <>
      {missing.length > 0 && <ConsentMissing persons={missing} caseId={caseId} />}
      <Form<MultilayerPaper>
        draft={`multilayer:${caseId}:${from ?? ''}`}
        start={start as never}
        action={from === undefined ? '重層的支援会議を開く' : '重層的支援会議へ移る'}
        onSend={async (paper) => {
          setMissing([]);
          const about = { case: caseId, persons: [...paper.persons] };
          const meeting = meetingInput(paper);
          const answer =
            from === undefined
              ? await convene({ about, meeting })
              : await move({ conference: from, about, meeting });
          const conference = recordedConference(answer, { onMissing: setMissing });
          say('重層的支援会議を登録しました');
          void navigate(`/conferences/${conference}`);
        }}
      >
        <h2>対象者</h2>
        <Choices
          name="persons"
          label="会議で話し合うことに同意した人"
          hint="同意のない人のことは話し合いません。同意があるかどうかは、登録するときに確かめます。"
          options={all.map(({ id }) => ({ value: id, label: nameIn(all, id) }))}
          isRequired
        />
        <MeetingFields
          households={[{ value: household, label: '' }]}
          kinds={KINDS}
          plans={(plans ?? []).flatMap(({ id, kind, state, from: begins }) =>
            id === null
              ? []
              : [
                  {
                    value: id,
                    label: [
                      kind && word('PlanKind', kind),
                      state && word('PlanState', state),
                      begins && `${day(begins)}から`,
                    ]
                      .filter(Boolean)
                      .join('・'),
                  },
                ],
          )}
          offices={options}
          known={known}
          by="either"
          secretaries={[]}
        />
        <Secretary office={viewer.office} self={viewer.staffId} />
      </Form>
    </>
  );
}

/** Who keeps the minutes is one of the own office who was invited; chosen once they are on the list. */
function Secretary({ office, self }: { readonly office: string; readonly self: string }): ReactNode {
  const { watch, register } = useFormContext<MultilayerPaper>();
  const colleagues = watch('participants').filter(
    (each) => each.office === office && each.staff !== '' && each.staff !== self,
  );
  if (colleagues.length === 0) return null;
  return (
    <p>
      <label>
        事務局(会議録を書く人){' '}
        <select {...register('secretariat')}>
          <option value="">あなた</option>
          {colleagues.map(({ staff, name }) => (
            <option key={staff} value={staff}>
              {name}
            </option>
          ))}
        </select>
      </label>
    </p>
  );
}

/** Who sat with the person before. */
function useKnown(nameOf: (code: string | null) => string): readonly Somebody[] {
  const { data: conferences } = useAsked(ConferenceColleagues, {});
  const { data: sessions } = useAsked(SessionColleagues, {});
  return distinctPeople([
    ...(sessions?.myStatutorySessions ?? []).flatMap(({ members }) =>
      members.map(({ staff, office, name, capacity }) => ({
        ...nobody,
        staff,
        office,
        name,
        capacity,
        affiliation: nameOf(office),
      })),
    ),
    ...(conferences?.myConferences ?? []).flatMap(({ participants }) =>
      participants.map(({ staff, office, affiliation, name, capacity }) => ({
        staff: staff ?? '',
        office: office ?? '',
        affiliation: affiliation ?? nameOf(office),
        name,
        capacity,
      })),
    ),
  ]);
}
