import { NotPersonal } from '@kasane/subgraph-kit';
import { Directive, Field, Float, ID, Int, ObjectType } from 'type-graphql';

/*
 * The `products` of the compatibility suite as classes of the kit. They speak of goods, so no field has a category;
 * but none may go without saying so.
 */
const GOODS = 'the wares of the compatibility suite';

@ObjectType()
@NotPersonal(GOODS)
export class ProductVariation {
  @Field(() => ID)
  id!: string;
}

@ObjectType()
@Directive('@shareable')
@NotPersonal(GOODS)
export class ProductDimension {
  @Field(() => String, { nullable: true })
  size!: string | null;

  @Field(() => Float, { nullable: true })
  weight!: number | null;

  @Field(() => String, { nullable: true })
  @Directive('@inaccessible')
  unit!: string | null;
}

@ObjectType()
@NotPersonal(GOODS)
export class CaseStudy {
  @Field(() => ID)
  caseNumber!: string;

  @Field(() => String, { nullable: true })
  description!: string | null;
}

@ObjectType()
@Directive('@key(fields: "study { caseNumber }")')
@NotPersonal(GOODS)
export class ProductResearch {
  @Field(() => CaseStudy)
  study!: CaseStudy;

  @Field(() => String, { nullable: true })
  outcome!: string | null;
}

/** Two of its fields belong to `users`; its name was taken over from there. */
@ObjectType()
@Directive('@key(fields: "email")')
@NotPersonal(GOODS)
export class User {
  @Field(() => ID)
  email!: string;

  @Field(() => String, { nullable: true })
  @Directive('@override(from: "users")')
  name!: string | null;

  @Field(() => Int, { nullable: true })
  @Directive('@external')
  totalProductsCreated!: number | null;

  @Field(() => Int)
  @Directive('@external')
  yearsOfEmployment!: number;
}

@ObjectType()
@Directive('@key(fields: "sku package")')
@NotPersonal(GOODS)
export class DeprecatedProduct {
  @Field(() => String)
  sku!: string;

  @Field(() => String)
  package!: string;

  @Field(() => String, { nullable: true })
  reason!: string | null;

  @Field(() => User, { nullable: true })
  createdBy!: User | null;
}

@ObjectType()
@Directive('@custom')
@Directive('@key(fields: "id")')
@Directive('@key(fields: "sku package")')
@Directive('@key(fields: "sku variation { id }")')
@NotPersonal(GOODS)
export class Product {
  @Field(() => ID)
  id!: string;

  @Field(() => String, { nullable: true })
  sku!: string | null;

  @Field(() => String, { nullable: true })
  package!: string | null;

  @Field(() => ProductVariation, { nullable: true })
  variation!: ProductVariation | null;

  @Field(() => ProductDimension, { nullable: true })
  dimensions!: ProductDimension | null;

  @Field(() => User, { nullable: true })
  @Directive('@provides(fields: "totalProductsCreated")')
  createdBy!: User | null;

  @Field(() => String, { nullable: true })
  @Directive('@tag(name: "internal")')
  notes!: string | null;

  @Field(() => [ProductResearch])
  research!: readonly ProductResearch[];
}

/** Gives a field to every inventory of the subgraph `inventory`, of which it knows no kind. */
@ObjectType()
@Directive('@interfaceObject')
@Directive('@key(fields: "id")')
@NotPersonal(GOODS)
export class Inventory {
  @Field(() => ID)
  id!: string;

  @Field(() => [DeprecatedProduct])
  deprecatedProducts!: readonly DeprecatedProduct[];
}
