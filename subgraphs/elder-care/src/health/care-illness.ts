import { Disclosed } from '@kasane/subgraph-kit';
import { Category } from '@kasane/vocabulary';
import { Field, ObjectType } from 'type-graphql';
import { Entity } from 'typeorm';
import { DateColumn, NoteColumn, PackageRow, TextColumn } from '../package/package-row.js';

@Entity('hk_byoreki')
@ObjectType({ description: '現病歴・既往歴 — an illness, of now or of before' })
@Disclosed(Category.CARE_HEALTH)
export class CareIllness extends PackageRow {
  @Field(() => String, { nullable: true, description: '発症日 — began on (YYYY-MM-DD)' })
  @DateColumn('hassho_ymd')
  beganOn!: string | null;

  @Field(() => String, { nullable: true, description: '病名 — name of the illness' })
  @TextColumn('byomei', 256)
  name!: string | null;

  @Field(() => String, { nullable: true, description: '医療機関 — where it is treated' })
  @TextColumn('iryo_kikan', 256)
  institution!: string | null;

  @Field(() => String, { nullable: true, description: '経過 — how it went' })
  @NoteColumn('keika')
  course!: string | null;
}
