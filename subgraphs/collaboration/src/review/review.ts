import { NotPersonal, registerLabelledEnum } from '@kasane/subgraph-kit';
import { GraphQLDateTimeISO } from 'graphql-scalars';
import { Field, ID, Int, ObjectType } from 'type-graphql';
import { Office } from '../office/office-type.js';
import { UnusualAccessKind } from './unusual-access.js';

registerLabelledEnum(
  UnusualAccessKind,
  'UnusualAccessKind',
  { ja: '点検すべき閲覧の種別', en: 'why an access should be looked at' },
  {
    VOLUME: { ja: '大量の閲覧', en: 'many persons in one day' },
    NIGHT: { ja: '夜間の閲覧', en: 'at night' },
    WEEKEND: { ja: '土日の閲覧', en: 'on a Saturday or Sunday' },
    OWN_RELATIVE: { ja: '利害関係のある人の閲覧', en: 'somebody from whom the worker keeps away' },
    OWN_NEIGHBOURHOOD: { ja: '自分の住む圏域の人の閲覧', en: 'somebody of the worker’s own neighbourhood' },
    EMERGENCY: { ja: '緊急時の閲覧', en: 'in an emergency' },
  },
);

@ObjectType({
  description: '点検すべき閲覧 — something that one worker did on one day and that should be looked at',
})
@NotPersonal(
  'told to the privacy officer alone, of what staff did; persons by opaque ids, which open nothing',
)
export class UnusualAccess {
  @Field(() => UnusualAccessKind)
  kind!: UnusualAccessKind;

  @Field(() => ID, { description: '職員 — staff id' })
  staff!: string;

  @Field(() => Office, {
    nullable: true,
    description: '機関 — office; null when the directory no longer has it',
  })
  office!: Office | null;

  @Field(() => String, { description: '日 — day in Japan (YYYY-MM-DD)' })
  day!: string;

  @Field(() => String, { description: '理由 — why, in Japanese' })
  why!: string;

  @Field(() => Int, { description: '人数 — how many persons it is about' })
  personCount!: number;

  @Field(() => [ID], { description: '対象 — opaque ids of some of them, for the disclosure log' })
  persons!: readonly string[];
}

@ObjectType({ description: '住所地の届出 — in which district a worker says to live' })
@NotPersonal('what the viewer just said of themselves, or of a worker of their own office')
export class OwnDistrict {
  @Field(() => ID, { description: '職員 — staff id' })
  staff!: string;

  @Field(() => ID, { nullable: true, description: '圏域 — district; null outside of all our districts' })
  district!: string | null;

  @Field(() => ID, { description: '届け出た人 — staff id of who declared it' })
  declaredBy!: string;

  @Field(() => GraphQLDateTimeISO, { description: '日時 — when' })
  declaredAt!: Date;
}
