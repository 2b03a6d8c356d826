import './enums.js';
import { createGrantSigner } from '@kasane/disclosure';
import { referenceId, requirePurpose, type SubgraphDefinition } from '@kasane/subgraph-kit';
import { COLLABORATION, type PersonId } from '@kasane/vocabulary';
import { HouseholdCasesResolver, RosterSeatResolver, SupportCaseResolver } from './case/case-resolver.js';
import { CaseRow, RosterSeatPersonRow, RosterSeatRow } from './case/case-tables.js';
import { ConsentResolver, ConsentRuleResolver, PersonConsentsResolver } from './consent/consent-resolver.js';
import { ConsentEventRow, ConsentRow } from './consent/consent-tables.js';
import { collaborationLoaders, type CollaborationContext } from './context.js';
import { CollaborationScope } from './disclosure/collaboration-scope.js';
import { FactsRepository } from './disclosure/facts.js';
import { grantFields } from './disclosure/grant-fields.js';
import { openHousehold, HouseholdResolver } from './household/household-resolver.js';
import { HouseholdMemberRow, HouseholdRow } from './household/household-tables.js';
import { CollaborationTables1763770002000 } from './migrations.js';
import { officeReferences, officeResolvers, officeSdl } from './office/office.js';
import { DistrictRow, DirectoryOfficeRow } from './office/office-tables.js';
import { personOf } from './person/person.js';
import { PersonResolver } from './person/person-resolver.js';
import { PersonRow } from './person/person-row.js';
import { seed } from './seed/seed.js';

/** 多機関協働: households, consents, cases; the decision, and the grants that carry it to the sectors. */
export const collaboration: SubgraphDefinition<CollaborationContext['loaders'], CollaborationScope> = {
  sector: COLLABORATION,
  federation(registry) {
    const grants = grantFields(registry);
    return {
      resolvers: [
        HouseholdResolver,
        HouseholdCasesResolver,
        SupportCaseResolver,
        RosterSeatResolver,
        PersonResolver,
        PersonConsentsResolver,
        ConsentResolver,
        ConsentRuleResolver,
      ],
      references: {
        ...officeReferences,
        async Person(reference, { scope, viewer }) {
          const id = referenceId(reference) as PersonId;
          requirePurpose(viewer);
          await scope.admit(id);
          return personOf(id);
        },
        async Household(reference, context) {
          const id = referenceId(reference);
          requirePurpose(context.viewer);
          return openHousehold(context, id, 'Household.id');
        },
      },
      extraSdl: `${officeSdl}\n${grants.extraSdl}`,
      extraResolvers: { ...officeResolvers(registry), ...grants.extraResolvers },
    };
  },
  entities: [
    PersonRow,
    HouseholdRow,
    HouseholdMemberRow,
    CaseRow,
    RosterSeatRow,
    RosterSeatPersonRow,
    ConsentRow,
    ConsentEventRow,
    DirectoryOfficeRow,
    DistrictRow,
  ],
  migrations: [CollaborationTables1763770002000],
  seed,
  async open({ config, clock }) {
    if (!config.grantSigningKey)
      throw new Error('collaboration needs GRANT_SIGNING_KEY_FILE: without it nothing could be granted.');
    const signer = await createGrantSigner({ privateKey: config.grantSigningKey, clock });
    return {
      begin(request) {
        const facts = new FactsRepository(request.manager);
        return {
          scope: new CollaborationScope(request, facts, config.registry, signer),
          loaders: collaborationLoaders(request, facts),
        };
      },
    };
  },
};
