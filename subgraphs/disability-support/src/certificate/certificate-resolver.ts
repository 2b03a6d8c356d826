import { Disclosed, type Rows } from '@kasane/subgraph-kit';
import { Category } from '@kasane/vocabulary';
import { Ctx, FieldResolver, Resolver, Root } from 'type-graphql';
import { DisabilitySupportRecord } from '../disability-support-record.js';
import type { DisabilitySupportContext } from '../loaders.js';
import { DisabilityCertificate } from './disability-certificate.js';

@Resolver(() => DisabilitySupportRecord)
export class CertificateResolver {
  @Disclosed(Category.DISABILITY_CERT)
  @FieldResolver(() => DisabilityCertificate, {
    nullable: true,
    description: '障害者手帳 — the newest disability certificate, of whatever kind',
  })
  certificate(
    @Root() { personId }: DisabilitySupportRecord,
    @Ctx() { loaders }: DisabilitySupportContext,
  ): Promise<Rows<DisabilityCertificate>> {
    return loaders.certificates.load(personId);
  }

  @Disclosed(Category.DISABILITY_CERT)
  @FieldResolver(() => [DisabilityCertificate], {
    nullable: true,
    description: '障害者手帳 — disability certificates, the newest first',
  })
  certificates(
    @Root() { personId }: DisabilitySupportRecord,
    @Ctx() { loaders }: DisabilitySupportContext,
  ): Promise<Rows<DisabilityCertificate>> {
    return loaders.certificates.load(personId);
  }
}
