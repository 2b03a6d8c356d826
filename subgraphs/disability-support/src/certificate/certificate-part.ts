import { Disclosed, type PartText, textOf } from '@kasane/subgraph-kit';
import { Category } from '@kasane/vocabulary';
import { Field, ObjectType } from 'type-graphql';

/** One impairment of a physical certificate; what they come to together is the certificate's own grade. */
@ObjectType({ description: '部位別等級 — grade of one impairment' })
@Disclosed(Category.DISABILITY_CERT)
export class CertificatePart {
  @Field(() => String, { nullable: true, description: '部位・障害の区分 — part of the body or function' })
  readonly part!: string | null;

  @Field(() => String, { nullable: true, description: '障害名 — what the impairment is called' })
  readonly disabilityName!: string | null;

  @Field(() => String, { nullable: true, description: '部位別等級 — its grade, as the source holds it' })
  readonly grade!: string | null;
}

export const readCertificatePart = (part: PartText): CertificatePart => ({
  part: textOf(part, 'part'),
  disabilityName: textOf(part, 'disabilityName'),
  grade: textOf(part, 'grade'),
});
