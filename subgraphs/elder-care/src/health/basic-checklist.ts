import { Disclosed } from '@kasane/subgraph-kit';
import { Category } from '@kasane/vocabulary';
import { Field, ObjectType } from 'type-graphql';
import { Entity } from 'typeorm';
import { DateColumn, FlagColumn, PackageRow, TextColumn } from '../package/package-row.js';
import { packageFlag } from '../package/package-values.js';

/** Items of the form: daily life, movement, nutrition, mouth, staying indoors, memory, mood. */
export const CHECKLIST_ITEMS = 25;

@Entity('hk_kihon_checklist')
@ObjectType({ description: '基本チェックリスト — basic checklist of 25 items' })
@Disclosed(Category.CARE_HEALTH)
export class BasicChecklist extends PackageRow {
  @Field(() => String, { nullable: true, description: '実施日 — done on (YYYY-MM-DD)' })
  @DateColumn('jisshi_ymd')
  doneOn!: string | null;

  @Field(() => String, {
    nullable: true,
    description: '回答(原データ) — answers as the source holds them, one letter for each item',
  })
  @TextColumn('kaito', 32)
  answersAsGiven!: string | null;

  @Field(() => [Boolean], {
    nullable: 'itemsAndList',
    description:
      '回答 — answers to items 1 to 25 in the order of the form: true はい, false いいえ, null for none; null where the source holds another number of them',
  })
  get answers(): readonly (boolean | null)[] | null {
    const letters = [...(this.answersAsGiven ?? '')];
    return letters.length === CHECKLIST_ITEMS
      ? letters.map((letter) => packageFlag.from(letter) as boolean | null)
      : null;
  }

  @Field(() => Boolean, {
    nullable: true,
    description:
      '事業対象者に該当 — programme-eligible, as the centre recorded it; not computed from the answers',
  })
  @FlagColumn('jigyo_taisho_flg')
  isProgramEligible!: boolean | null;
}
