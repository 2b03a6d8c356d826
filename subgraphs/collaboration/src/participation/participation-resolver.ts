import { Disclosed, groupBy, NotPersonal, requirePurpose } from '@kasane/subgraph-kit';
import { Category } from '@kasane/vocabulary';
import { Arg, Ctx, FieldResolver, ID, Mutation, Query, Resolver, Root } from 'type-graphql';
import { In } from 'typeorm';
import { SupportCase } from '../case/case.js';
import type { CollaborationContext } from '../context.js';
import { officeOf } from '../office/office.js';
import { Office } from '../office/office-type.js';
import { moveMatch, proposeMatch, recordFollowUp } from './match-service.js';
import {
  FollowUp,
  followUpOf,
  Host,
  hostOf,
  HostResult,
  Match,
  matchOf,
  Menu,
  Participation,
  participationOf,
  ParticipationResult,
} from './participation.js';
import { FollowUpInput, HostInput, MatchStepInput, ParticipationInput } from './participation-input.js';
import { beginParticipation, listHost, type ChangedParticipation } from './participation-service.js';
import { HostRow, MenuRow } from './participation-tables.js';

const MAX_HOSTS = 500;

@Resolver(() => Host)
export class HostResolver {
  @Query(() => [Host], {
    description: `受入先の一覧 — places that take people in, of a municipality; at most ${MAX_HOSTS}`,
  })
  async participationHosts(
    @Arg('municipality', () => ID) municipality: string,
    @Ctx() { manager }: CollaborationContext,
  ): Promise<readonly Host[]> {
    const hosts = await manager.find(HostRow, {
      where: { localGovernmentCode: municipality },
      order: { name: 'ASC', id: 'ASC' },
      take: MAX_HOSTS,
    });
    const menus = groupBy(
      await manager.find(MenuRow, { where: { hostId: In(hosts.map(({ id }) => id)) }, order: { id: 'ASC' } }),
      ({ hostId }) => hostId,
    );
    return hosts.map((host) => hostOf(host, menus.get(host.id) ?? []));
  }

  @Mutation(() => HostResult, {
    description: '受入先を登録する — list a place that takes people in; for coordinators and managers',
  })
  async listParticipationHost(
    @Arg('input', () => HostInput) input: HostInput,
    @Ctx() context: CollaborationContext,
  ): Promise<typeof HostResult> {
    const listed = await listHost(input, context);
    return 'problems' in listed ? listed : { host: hostOf(listed.row, listed.menus) };
  }
}

@Resolver(() => SupportCase)
export class CaseParticipationResolver {
  @Disclosed(Category.SUPPORT_PLAN)
  @FieldResolver(() => [Participation], { nullable: true, description: '参加支援 — the newest first' })
  async participations(
    @Root() { row }: SupportCase,
    @Ctx() { loaders }: CollaborationContext,
  ): Promise<readonly Participation[]> {
    return (await loaders.participationsOf.load(row.id)).map(participationOf);
  }
}

@Resolver(() => Participation)
export class ParticipationResolver {
  @Mutation(() => ParticipationResult, {
    description: '参加支援を始める — begin to look for something that somebody would like to do',
  })
  async beginParticipation(
    @Arg('input', () => ParticipationInput) input: ParticipationInput,
    @Ctx() context: CollaborationContext,
  ): Promise<typeof ParticipationResult> {
    requirePurpose(context.viewer);
    return told(await beginParticipation(input, context));
  }

  @Mutation(() => ParticipationResult, { description: '支援メニューを提案する — propose a menu' })
  async proposeParticipationMatch(
    @Arg('participation', () => ID) participation: string,
    @Arg('menu', () => ID) menu: string,
    @Ctx() context: CollaborationContext,
  ): Promise<typeof ParticipationResult> {
    requirePurpose(context.viewer);
    return told(await proposeMatch(participation, menu, context));
  }

  @Mutation(() => ParticipationResult, {
    description: 'マッチングを進める — a trial, settled, declined or ended',
  })
  async moveParticipationMatch(
    @Arg('match', () => ID) match: string,
    @Arg('input', () => MatchStepInput) input: MatchStepInput,
    @Ctx() context: CollaborationContext,
  ): Promise<typeof ParticipationResult> {
    requirePurpose(context.viewer);
    return told(await moveMatch(match, input, context));
  }

  @Mutation(() => ParticipationResult, {
    description: 'フォローアップを記録する — record how it goes, as the person or the host says',
  })
  async recordParticipationFollowUp(
    @Arg('match', () => ID) match: string,
    @Arg('input', () => FollowUpInput) input: FollowUpInput,
    @Ctx() context: CollaborationContext,
  ): Promise<typeof ParticipationResult> {
    requirePurpose(context.viewer);
    return told(await recordFollowUp(match, input, context));
  }

  @Disclosed(Category.SUPPORT_PLAN)
  @FieldResolver(() => [Match], { nullable: true, description: 'マッチング — the newest first' })
  async matches(
    @Root() { row }: Participation,
    @Ctx() { loaders }: CollaborationContext,
  ): Promise<readonly Match[]> {
    return (await loaders.matchesOf.load(row.id)).map((match) => matchOf(match, row));
  }

  @NotPersonal('published facts of an office')
  @FieldResolver(() => Office, { description: '担当する機関 — office that looks for it with them' })
  office(@Root() { row }: Participation, @Ctx() context: CollaborationContext): Promise<Office> {
    return officeOf(row.officeCode, context);
  }
}

@Resolver(() => Match)
export class MatchResolver {
  @Disclosed(Category.SUPPORT_PLAN)
  @FieldResolver(() => Menu, { nullable: true, description: '支援メニュー — what was proposed' })
  menu(@Root() { row }: Match, @Ctx() { loaders }: CollaborationContext): Promise<Menu | null> {
    return loaders.menus.load(row.menuId);
  }

  @Disclosed(Category.SUPPORT_PLAN)
  @FieldResolver(() => String, { nullable: true, description: '受入先 — name of the host' })
  async hostName(@Root() { row }: Match, @Ctx() { loaders }: CollaborationContext): Promise<string | null> {
    const menu = await loaders.menus.load(row.menuId);
    return menu && ((await loaders.hosts.load(menu.hostId))?.name ?? null);
  }

  @Disclosed(Category.SUPPORT_PLAN)
  @FieldResolver(() => [FollowUp], { nullable: true, description: 'フォローアップ — the newest first' })
  async followUps(
    @Root() { row, subjects }: Match,
    @Ctx() { loaders }: CollaborationContext,
  ): Promise<readonly FollowUp[]> {
    return (await loaders.followUpsOf.load(row.id)).map((each) => followUpOf(each, subjects ?? []));
  }
}

const told = (changed: ChangedParticipation): typeof ParticipationResult =>
  'problems' in changed
    ? changed
    : 'newest' in changed
      ? { newest: participationOf(changed.newest) }
      : { participation: participationOf(changed.row) };
