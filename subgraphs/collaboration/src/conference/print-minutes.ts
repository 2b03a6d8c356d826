import { conferenceMinutes } from '@kasane/documents';
import { Disclosed } from '@kasane/subgraph-kit';
import { capacityLabels, Category, japanDate } from '@kasane/vocabulary';
import { Ctx, FieldResolver, Resolver, Root } from 'type-graphql';
import type { CollaborationContext } from '../context.js';
import { ConferenceMinutes } from './conference.js';
import { agendaKindLabels, agendaOutcomeLabels, conferenceKindLabels } from './conference-kind.js';

@Resolver(() => ConferenceMinutes)
export class ConferenceMinutesResolver {
  // All of it at once, to carry away: not for who is shown a summary within a session.
  @Disclosed(Category.CONFERENCE_RECORD)
  @FieldResolver(() => String, {
    nullable: true,
    description:
      '会議録(帳票) — these minutes on paper: a whole HTML page for A4, with who printed it; names nobody of the household on its head',
  })
  async print(
    @Root() { stored, storedMinutes }: ConferenceMinutes,
    @Ctx() { loaders, viewer, now }: CollaborationContext,
  ): Promise<string> {
    const households = [...new Set(stored.people.map(({ household }) => household))];
    const codes = [
      stored.office,
      ...stored.participants.flatMap(({ office }) => office ?? []),
      ...[...storedMinutes.shared, ...storedMinutes.roles].map(({ office }) => office),
    ];
    const [cases, offices] = await Promise.all([
      Promise.all(households.map((household) => loaders.cases.load(household))),
      Promise.all([...new Set(codes)].map((code) => loaders.offices.load(code))),
    ]);
    const nameOf = (code: string): string => offices.find((office) => office?.code === code)?.name ?? code;
    return conferenceMinutes({
      ...storedMinutes,
      kind: conferenceKindLabels[stored.kind].ja,
      caseNumbers: cases
        .flat()
        .filter(({ id }) => stored.caseId === null || stored.caseId === id)
        .map(({ number }) => number),
      conveningOffice: nameOf(stored.office),
      secretariat:
        stored.participants.find(({ staff }) => staff === stored.secretariat)?.name ?? stored.secretariat,
      heldOn: japanDate(stored.heldAt),
      place: stored.place,
      approvedOn: storedMinutes.approvedAt === null ? null : japanDate(new Date(storedMinutes.approvedAt)),
      participants: stored.participants.map(({ office, affiliation, name, capacity, ...seat }) => ({
        affiliation: affiliation ?? nameOf(office ?? ''),
        name,
        capacity: capacityLabels[capacity].ja,
        pledged: seat.pledgedAt !== null || seat.attendedAt !== null,
        attended: seat.attendedAt !== null,
      })),
      agenda: stored.agenda.map(({ kind, topic, outcome, result }) => ({
        kind: agendaKindLabels[kind].ja,
        topic,
        outcome: outcome && agendaOutcomeLabels[outcome].ja,
        result,
      })),
      shared: storedMinutes.shared.map(({ office, what }) => ({ office: nameOf(office), what })),
      roles: storedMinutes.roles.map(({ office, ...role }) => ({ ...role, office: nameOf(office) })),
      printedBy: viewer.staffId,
      printedOn: japanDate(now),
    });
  }
}
