import { registerLabelledEnum } from '@kasane/subgraph-kit';
import {
  Capacity,
  capacityLabels,
  Category,
  categories,
  ConsentAnswer,
  consentAnswerLabels,
  ConsentEffect,
  consentEffectLabels,
  ConsentExpression,
  consentExpressionLabels,
  ConsentState,
  consentStateLabels,
  GrantorRelation,
  grantorRelationLabels,
  HouseholdKind,
  householdKindLabels,
  Level,
  levelLabels,
  NextStep,
  nextSteps,
  Purpose,
  purposeLabels,
  Relation,
  relationLabels,
  Role,
  roleLabels,
  Tier,
  tierLabels,
  WithheldReason,
  withheldReasons,
} from '@kasane/vocabulary';

registerLabelledEnum(Category, 'DataCategory', { ja: '開示区分', en: 'data category' }, categories);
registerLabelledEnum(Tier, 'Tier', { ja: '機微度', en: 'sensitivity tier' }, tierLabels);
registerLabelledEnum(Level, 'DisclosureLevel', { ja: '開示の程度', en: 'how much is shown' }, levelLabels);
registerLabelledEnum(Purpose, 'Purpose', { ja: '利用目的', en: 'purpose' }, purposeLabels);
registerLabelledEnum(
  WithheldReason,
  'WithheldReason',
  { ja: '非開示の理由', en: 'why it is withheld' },
  withheldReasons,
);
registerLabelledEnum(NextStep, 'NextStep', { ja: '次にできること', en: 'what would open it' }, nextSteps);
registerLabelledEnum(
  ConsentState,
  'ConsentState',
  { ja: '同意の状態', en: 'state of a consent' },
  consentStateLabels,
);
registerLabelledEnum(
  ConsentAnswer,
  'ConsentAnswer',
  { ja: '同意を求められた人の回答', en: 'what somebody says who was asked for consent' },
  consentAnswerLabels,
);
registerLabelledEnum(
  ConsentExpression,
  'ConsentExpression',
  { ja: '意思表示の方法', en: 'how it was expressed' },
  consentExpressionLabels,
);
registerLabelledEnum(
  GrantorRelation,
  'GrantorRelation',
  { ja: '同意者の立場', en: 'authority of a grantor' },
  grantorRelationLabels,
);
registerLabelledEnum(
  ConsentEffect,
  'ConsentEffect',
  { ja: '提供する・しない', en: 'permit or deny' },
  consentEffectLabels,
);
registerLabelledEnum(
  HouseholdKind,
  'HouseholdKind',
  { ja: '世帯の種別', en: 'kind of household' },
  householdKindLabels,
);
registerLabelledEnum(Relation, 'Relation', { ja: '続柄', en: 'relation to the person' }, relationLabels);
registerLabelledEnum(Role, 'StaffRole', { ja: '役割', en: 'role of staff' }, roleLabels);
registerLabelledEnum(Capacity, 'Capacity', { ja: '立場', en: 'legal position of staff' }, capacityLabels);
