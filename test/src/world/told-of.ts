import {
  Kind,
  parse,
  type FragmentDefinitionNode,
  type GraphQLObjectType,
  type SelectionSetNode,
} from 'graphql';
import { Category, defaultRegistry, grantField } from '@kasane/vocabulary';
import { categoryOf, objectOf, objectType, partyOf, type ApiField } from '../api-schema.js';
import { rowsOf, text, type World } from './world.js';

/** What an answer says of a person in one field, or that it says nothing. */
export interface Told {
  readonly party: string;
  readonly person: string;
  readonly category: string;
  readonly field: string;
  readonly isNull: boolean;
}

/** A sector's record that was not opened: of whom, and what was asked of it. */
export interface Unopened {
  readonly party: string;
  readonly person: string;
  readonly field: string;
  readonly grant: string;
  readonly categories: readonly string[];
}

export interface Telling {
  readonly told: readonly Told[];
  readonly unopened: readonly Unopened[];
}

/** What each selection asks besides, so that the answer itself says of whom it speaks. Rows are known by a text. */
export const marks: Readonly<Record<string, string>> = {
  Person: 'mark: id',
  HouseholdMember: 'mark: person { mark: id }',
  Household: 'mark: members { mark: person { mark: id } }',
  HouseholdConnection: 'mark: edges { mark: node { mark: members { mark: person { mark: id } } } }',
  RosterSeat: 'mark: persons { mark: id }',
  RosterChange: 'mark: persons { mark: id }',
  RosterChangeConnection: 'mark: edges { mark: node { mark: persons { mark: id } } }',
  CaseStepConnection: 'mark: edges { mark: node { mark: id } }',
  CaseNote: 'mark: newest { mark: persons { mark: id } }',
  CaseNoteVersion: 'mark: persons { mark: id }',
  CaseNoteConnection: 'mark: edges { mark: node { mark: newest { mark: persons { mark: id } } } }',
  ToldDisclosure: 'mark: persons { mark: id }',
  ToldDisclosureConnection: 'mark: edges { mark: node { mark: persons { mark: id } } }',
  CompositeFlag: 'mark: persons { mark: id }',
  CompositeFlagSuggestion: 'mark: persons { mark: id }',
  TimelineConnection: 'mark: edges { mark: node { mark: persons { mark: id } markKind: kind } }',
  TimelineEvent: 'mark: persons { mark: id }',
  SupportPlan: 'mark: persons { mark: id }',
  PlanItem: 'mark: persons { mark: id }',
  ConferenceRole: 'mark: persons { mark: id }',
  ElderCareContact: 'mark: summary',
  ClientBasicInfo: 'mark: lifeNow',
  CareConference: 'mark: discussed',
  ElderConsultation: 'mark: response',
  RightsAdvocacyCase: 'mark: finding',
  DisabilitySupportContact: 'mark: summary',
  ChildFamilyContact: 'mark: summary',
  LivelihoodSupportContact: 'mark: summary',
  ChildSupportPlan: 'mark: issues',
  YoungCarerRecord: 'mark: careContent',
  ChildConsultation: 'mark: response',
  JointCaseConference: 'mark: discussion',
  ChildProtectionCase: 'mark: content',
  ServiceUsePlan: 'mark: wishes',
  ServicePlanMonitoring: 'mark: satisfaction',
  ConsiderationSheet: 'mark: livingEnvironment',
  DisabilityConsultation: 'mark: response',
  AbuseIntake: 'mark: content',
  HouseholdFinance: 'mark: debtYen',
  FinanceImprovement: 'mark: note',
  HouseholdHousing: 'mark: note',
};

/** The tables whose rows may speak of more than one person: by type, where they are and which column is the mark. */
const sharedRows: Readonly<Record<string, readonly [sector: string, table: string, column: string]>> = {
  ElderCareContact: ['elder-care', 'contact_log', 'summary'],
  ClientBasicInfo: ['elder-care', 'hk_kihon_joho', 'genzai_no_seikatsu'],
  CareConference: ['elder-care', 'kg_tanto_kaigi', 'kento_naiyo'],
  ElderConsultation: ['elder-care', 'hk_sogo_sodan', 'taio'],
  RightsAdvocacyCase: ['elder-care', 'hk_kenri_yogo', 'jijitsu_kakunin'],
  DisabilitySupportContact: ['disability-support', 'contact_log', 'summary'],
  ChildFamilyContact: ['child-family', 'contact_log', 'summary'],
  LivelihoodSupportContact: ['livelihood-support', 'contact_log', 'summary'],
  ChildSupportPlan: ['child-family', 'child_support_plan', 'issues'],
  YoungCarerRecord: ['child-family', 'young_carer_record', 'care_content'],
  ChildConsultation: ['child-family', 'child_consultation', 'response'],
  JointCaseConference: ['child-family', 'joint_case_conference', 'discussion'],
  ChildProtectionCase: ['child-family', 'child_protection_case', 'content'],
  ServiceUsePlan: ['disability-support', 'service_use_plan', 'wishes'],
  ServicePlanMonitoring: ['disability-support', 'plan_monitoring', 'satisfaction'],
  ConsiderationSheet: ['disability-support', 'consideration_sheet', 'living_environment'],
  DisabilityConsultation: ['disability-support', 'disability_consultation', 'response'],
  AbuseIntake: ['disability-support', 'abuse_intake', 'content'],
  FinanceImprovement: ['livelihood-support', 'finance_improvement', 'note'],
  HouseholdFinance: ['livelihood-support', 'household_finance', 'debt_yen'],
  HouseholdHousing: ['livelihood-support', 'household_housing', 'note'],
};

/** Pages whose records decide for themselves: what is on them, and as what it is told. */
const pages: Readonly<Record<string, { readonly node: string; readonly category?: string }>> = {
  CaseStepConnection: { node: 'CaseStep', category: Category.INVOLVEMENT },
  RosterChangeConnection: { node: 'RosterChange', category: Category.INVOLVEMENT },
  CaseNoteConnection: { node: 'CaseNote', category: Category.NOTES },
  ToldDisclosureConnection: { node: 'ToldDisclosure', category: Category.NOTES },
  TimelineConnection: { node: 'TimelineEvent' },
};

/** As what an event on a timeline is told. */
const timelineCategories: Readonly<Record<string, string>> = {
  CASE_STEP: Category.INVOLVEMENT,
  ROSTER_CHANGE: Category.INVOLVEMENT,
  SESSION: Category.INVOLVEMENT,
  NOTE: Category.NOTES,
  CONSENT: Category.CONSENT,
  INTAKE: Category.INTAKE,
  REFERRAL: Category.INVOLVEMENT,
  CONFERENCE: Category.CONFERENCE_RECORD,
  PLAN: Category.SUPPORT_PLAN,
  OUTREACH: Category.NOTES,
  PARTICIPATION: Category.SUPPORT_PLAN,
};

/** A world in which every row that may speak of several persons is told from the others by its mark. */
export function withMarks(world: World): World {
  const marked: Record<string, Record<string, World[string][string]>> = {};
  for (const [sector, tables] of Object.entries(world)) marked[sector] = { ...tables };
  for (const [sector, table, column] of Object.values(sharedRows)) {
    const rows = rowsOf(world, sector, table);
    Object.assign(marked[sector] ?? {}, {
      [table]: rows.map((row, at) => ({
        ...row,
        [column]:
          typeof row[column] === 'number' || column === 'debt_yen'
            ? 1_000_000 + at
            : `${sector} ${table} ${at}`,
      })),
    });
  }
  return marked;
}

type Json = unknown;
type JsonObject = Readonly<Record<string, Json>>;
const isObject = (value: Json): value is JsonObject =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const nobody: About = [];

/** Of whom something speaks. */
type About = readonly string[];

/**
 * Reads an answer beside the query that asked for it: every field that speaks of a person, of whom, and whether it
 * was answered. The query must carry the {@link marks}.
 */
export function tellingOf(world: World, query: string, data: JsonObject | null): Telling {
  const told: Told[] = [];
  const unopened: Unopened[] = [];
  const document = parse(query);
  const fragments = new Map(
    document.definitions.flatMap((each) =>
      each.kind === Kind.FRAGMENT_DEFINITION ? [[each.name.value, each] as const] : [],
    ),
  );
  const tell = (
    type: GraphQLObjectType,
    field: ApiField,
    category: string,
    isNull: boolean,
    subjects: About,
  ): void => {
    for (const person of subjects)
      told.push({
        party: partyOf(type, field),
        person,
        category,
        field: `${type.name}.${field.name}`,
        isNull,
      });
  };

  /** A root field tells of those whom it finds, whatever is asked of them. */
  const tellFound = (
    query: GraphQLObjectType,
    field: ApiField,
    object: GraphQLObjectType,
    item: JsonObject,
  ): void => {
    const about = aboutOf(world, object.name, item, nobody);
    if (object.name === 'Person') tell(query, field, Category.INVOLVEMENT, false, about);
    if (object.name === 'Household') tell(query, field, Category.HOUSEHOLD, false, about);
    for (const edge of [item['mark']].flat())
      if (object.name === 'HouseholdConnection' && isObject(edge) && isObject(edge['mark']))
        tellFound(query, field, objectType('Household'), edge['mark']);
  };

  /** A record on a page tells of its persons by being there, whatever is asked of it. */
  const tellPage = (
    type: GraphQLObjectType,
    field: ApiField,
    page: GraphQLObjectType,
    item: JsonObject,
    inherited: About,
  ): void => {
    const kept = pages[page.name];
    for (const edge of kept ? [item['mark']].flat() : []) {
      const node = isObject(edge) ? edge['mark'] : undefined;
      if (!kept || !isObject(node)) continue;
      const category = kept.category ?? timelineCategories[String(node['markKind'])] ?? '';
      tell(type, field, category, false, aboutOf(world, kept.node, node, inherited));
    }
  };

  const visit = (
    type: GraphQLObjectType,
    sets: readonly SelectionSetNode[],
    value: JsonObject,
    inherited: About,
  ): void => {
    const about = aboutOf(world, type.name, value, inherited);
    for (const [key, { name, inner }] of collect(type, sets, fragments)) {
      const field = type.getFields()[name];
      if (!field) continue;
      const answered = value[key];
      const isNull = answered === null || answered === undefined;
      const ofRows = rowsCategory(type, field);
      const category = categoryOf(field) ?? ofRows;
      // What a household's rows say, they say of whom they speak of; of the other members it was only asked.
      if (category !== undefined) tell(type, field, category, isNull || ofRows !== undefined, about);
      const object = objectOf(field);
      if (!object) continue;
      const party = partyOf(type, field);
      const sector = defaultRegistry.find((entry) => entry.id === party && entry.field === name);
      if (sector && isNull)
        for (const person of about)
          unopened.push({
            party,
            person,
            field: `${type.name}.${name}`,
            grant: `Person.${grantField(sector)}`,
            categories: [...new Set(categoriesIn(object, inner, fragments))],
          });
      for (const item of [answered].flat()) {
        if (!isObject(item)) continue;
        // A row that speaks of others was let out by this field for each of them.
        if (category !== undefined && object.name in sharedRows)
          tell(type, field, category, false, aboutOf(world, object.name, item, about));
        if (type.name === 'Query') tellFound(type, field, object, item);
        tellPage(type, field, object, item, about);
        if (type.name === 'SupportCase' && object.name === 'CompositeFlag')
          tell(type, field, Category.INTAKE, false, aboutOf(world, object.name, item, about));
        visit(object, inner, item, about);
      }
    }
  };
  const [operation] = document.definitions;
  if (operation?.kind === Kind.OPERATION_DEFINITION && data)
    visit(objectType('Query'), [operation.selectionSet], data, nobody);
  return { told, unopened };
}

/** Of whom an object speaks: what its mark says, and else of whom the object speaks that it is in. */
function aboutOf(world: World, type: string, value: JsonObject, inherited: About): About {
  const { mark } = value;
  const shared = sharedRows[type];
  if (shared) {
    const [sector, table, column] = shared;
    const row = rowsOf(world, sector, table).find((each) => each[column] === mark);
    if (!row) throw new Error(`The answer has a row of ${sector}.${table} that the database does not have.`);
    const linked = (localId: string): readonly string[] =>
      rowsOf(world, sector, 'person_link')
        .filter((link) => link['local_id'] === localId && link['status'] === 'CONFIRMED')
        .map((link) => text(link, 'person_id'));
    return [
      ...linked(text(row, 'local_id')),
      ...text(row, 'also_about').split(',').filter(Boolean).flatMap(linked),
    ];
  }
  switch (type) {
    case 'Person':
      return [String(mark)];
    case 'HouseholdMember':
      return personsIn([mark]);
    case 'Household':
      return personsIn([mark].flat().map((member) => (isObject(member) ? member['mark'] : undefined)));
    case 'CaseNote':
      return isObject(mark) ? personsIn([mark['mark']].flat()) : inherited;
    case 'CaseNoteVersion':
    case 'ToldDisclosure':
    case 'CompositeFlag':
    case 'CompositeFlagSuggestion':
    case 'TimelineEvent':
    case 'RosterChange':
    case 'RosterSeat':
    case 'SupportPlan':
    case 'PlanItem':
    case 'ConferenceRole':
      return Array.isArray(mark) ? personsIn(mark) : inherited;
    default:
      return inherited;
  }
}

const personsIn = (marked: readonly Json[]): readonly string[] =>
  marked.flatMap((each) => (isObject(each) ? [String(each['mark'])] : []));

/** A field of a household's record decides for each of its rows: its category is that of what the rows hold. */
function rowsCategory(type: GraphQLObjectType, field: ApiField): string | undefined {
  const row = type.name === 'HouseholdLivelihoodRecord' ? objectOf(field) : undefined;
  const [first] = Object.values(row?.getFields() ?? {});
  return first && categoryOf(first);
}

interface Collected {
  readonly name: string;
  readonly inner: SelectionSetNode[];
}

/** The fields of an object, by the key that they have in the answer. No type here has more than itself to be. */
function collect(
  type: GraphQLObjectType,
  sets: readonly SelectionSetNode[],
  fragments: ReadonlyMap<string, FragmentDefinitionNode>,
): ReadonlyMap<string, Collected> {
  const collected = new Map<string, Collected>();
  const add = (set: SelectionSetNode): void => {
    for (const each of set.selections) {
      if (each.kind === Kind.INLINE_FRAGMENT) add(each.selectionSet);
      else if (each.kind === Kind.FRAGMENT_SPREAD) {
        const fragment = fragments.get(each.name.value);
        if (fragment) add(fragment.selectionSet);
      } else {
        const key = each.alias?.value ?? each.name.value;
        const known = collected.get(key) ?? { name: each.name.value, inner: [] };
        if (each.selectionSet) known.inner.push(each.selectionSet);
        collected.set(key, known);
      }
    }
  };
  sets.forEach(add);
  return collected;
}

/** The categories of everything asked of a record, whether or not it was opened. */
function categoriesIn(
  type: GraphQLObjectType,
  sets: readonly SelectionSetNode[],
  fragments: ReadonlyMap<string, FragmentDefinitionNode>,
): readonly string[] {
  return [...collect(type, sets, fragments).values()].flatMap(({ name, inner }) => {
    const field = type.getFields()[name];
    if (!field) return [];
    const object = objectOf(field);
    return [
      categoryOf(field) ?? rowsCategory(type, field) ?? [],
      object ? categoriesIn(object, inner, fragments) : [],
    ].flat();
  });
}
