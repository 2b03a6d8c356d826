import { mayShow, NotPersonal, requirePurpose } from '@kasane/subgraph-kit';
import { Category, japanDate } from '@kasane/vocabulary';
import { Arg, Ctx, FieldResolver, Int, Query, Resolver, Root } from 'type-graphql';
import { pageOf, readPlace, requirePage, type Connection } from '../connection.js';
import type { CollaborationContext } from '../context.js';
import { toldTogether } from '../disclosure/told-together.js';
import { officeOf } from '../office/office.js';
import { Office } from '../office/office-type.js';
import { Person, personOf } from '../person/person.js';
import { OpenItem, OpenItemConnection } from './desk.js';
import { OpenItemKind, type OpenItemRow } from './open-item.js';
import { placeOf, readDesk } from './read-desk.js';

@Resolver(() => OpenItem)
export class DeskResolver {
  @Query(() => OpenItemConnection, {
    description: '対応待ち — what waits for you (for a manager: for the office), the most urgent first',
  })
  async myOpenItems(
    @Arg('first', () => Int, { defaultValue: 20 }) first: number,
    @Arg('after', () => String, { nullable: true }) after: string | null | undefined,
    @Arg('kinds', () => [OpenItemKind], { nullable: true, description: '種類 — all when absent' })
    kinds: readonly OpenItemKind[] | null | undefined,
    @Ctx() context: CollaborationContext,
  ): Promise<Connection<OpenItem>> {
    requirePurpose(context.viewer);
    requirePage(first);
    const page = {
      first,
      after: after ? readPlace(after) : undefined,
      kinds: kinds ?? Object.values(OpenItemKind),
    };
    const today = japanDate(context.now);
    return pageOf(await readDesk(page, context), first, placeOf, (row) => itemOf(row, today));
  }

  @NotPersonal('published facts of an office')
  @FieldResolver(() => Office, { description: '機関 — office that holds it' })
  office(@Root() { row }: OpenItem, @Ctx() context: CollaborationContext): Promise<Office> {
    return officeOf(row.office, context);
  }

  @NotPersonal('each of them decides for itself')
  @FieldResolver(() => [Person], {
    description: '対象 — those whom it is about, as far as you may know of them',
  })
  persons(@Root() { row }: OpenItem, @Ctx() context: CollaborationContext): readonly Person[] {
    return toldTogether(row.persons, context.scope)
      .filter((person) => mayShow(context, [person], Category.IDENTITY, 'OpenItem.persons'))
      .map(personOf);
  }
}

const itemOf = (row: OpenItemRow, today: string): OpenItem =>
  Object.assign(new OpenItem(), {
    row,
    kind: row.kind,
    id: row.id,
    caseId: row.caseId,
    staffId: row.staff,
    due: row.due,
    isOverdue: row.due !== null && row.due < today,
    since: row.since,
  });
