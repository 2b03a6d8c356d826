// What each sector's system knows of a person and of a household, read from the supergraph: one question per sector,
// so that a slow one holds up nobody else, and the words to show its answer with. A new sector needs no new page.
import { Kind, parse, print } from 'graphql';
import { argument, directive, endingOf, japaneseOf, subgraphsOf, typesOf, unwrap } from './read-document.js';

const isList = (type) =>
  type.kind === Kind.LIST_TYPE || (type.kind === Kind.NON_NULL_TYPE && isList(type.type));
const englishOf = (node) => node.description?.value.split(' — ').slice(1).join(' — ') ?? '';

/** Fields that say as written what another says as a word of a list: shown where the other is silent. */
const asWritten = /^(.+?)(Codes?|AsGiven)$/;

/**
 * @param supergraph the document of the supergraph
 * @returns {{ graphql: string, sectors: object[], records: object }} the questions, the sectors, and the fields of each type of record
 */
export function readSectors(supergraph) {
  const types = typesOf(supergraph);
  const fieldsOf = (name) => types.get(name)?.fields ?? [];
  const graphs = subgraphsOf(types);
  /** What a sector adds to a type: the fields that need its grant. */
  const addedTo = (name) =>
    fieldsOf(name).flatMap((field) => {
      const join = directive(field, 'join__field');
      return argument(join, 'requires')?.endsWith('Grant')
        ? [{ sector: graphs.get(argument(join, 'graph')), field: field.name.value, type: unwrap(field.type) }]
        : [];
    });
  const ofPerson = addedTo('Person');
  const ofHousehold = addedTo('Household');

  const records = {};
  const addRecord = (name) => {
    if (records[name]) return;
    records[name] = [];
    records[name] = fieldsOf(name).flatMap((field) => describe(field, types.get(name)));
    for (const { record } of records[name]) if (record) addRecord(record);
  };

  function describe(field, of) {
    const name = field.name.value;
    const type = unwrap(field.type);
    const definition = types.get(type);
    if (type === 'ID' || directive(field, 'deprecated') || directive(field, 'inaccessible')) return [];
    if (field.arguments?.length > 0) return [];
    const many = isList(field.type);
    const siblings = fieldsOf(of.name.value);
    const hasListOfSame = siblings.some((each) => isList(each.type) && unwrap(each.type) === type);
    if (!many && definition?.kind === Kind.OBJECT_TYPE_DEFINITION && hasListOfSame)
      if (englishOf(field).startsWith('the newest')) return [];
    const disclosed = directive(field, 'disclosed') ?? directive(of, 'disclosed');
    const [, base] = asWritten.exec(name) ?? [];
    const insteadOf = siblings.find(({ name: { value } }) => value === base || value === `${base}s`);
    return [
      {
        name,
        label: japaneseOf(field),
        ...(disclosed && { category: argument(disclosed, 'category') }),
        ...(argument(disclosed, 'level') === 'SUMMARY' && { isSummary: true }),
        ...(many && { isList: true }),
        ...(insteadOf && { insteadOf: insteadOf.name.value }),
        ...kindOf(field, type, definition),
      },
    ];
  }

  function kindOf(field, type, definition) {
    if (type === 'Office') return { kind: 'office' };
    if (type === 'Person') return { kind: 'person' };
    if (definition?.kind === Kind.ENUM_TYPE_DEFINITION) return { kind: 'word', of: type };
    if (definition?.kind === Kind.OBJECT_TYPE_DEFINITION) return { kind: 'record', record: type };
    if (type === 'Boolean') return { kind: 'boolean' };
    if (type === 'DateTimeISO') return { kind: 'moment' };
    if (type === 'String')
      return { kind: /\(YYYY-MM(-DD)?\b/.test(field.description?.value ?? '') ? 'day' : 'text' };
    if (type === 'Int' || type === 'Float')
      return {
        kind: /Yen$|円|\(yen\)/.test(`${field.name.value} ${field.description?.value}`) ? 'yen' : 'number',
      };
    return { kind: 'text' };
  }

  /** @param withNumber with the number by which its owner releases a record to a session */
  const selection = (name, withNumber = false, path = []) =>
    [
      ...(withNumber && fieldsOf(name).some((field) => field.name.value === 'recordId') ? ['recordId'] : []),
      ...records[name].map(({ name: field, kind, record }) => {
        if (kind === 'office') return `${field} { name }`;
        if (kind === 'person') return `${field} { id }`;
        if (kind !== 'record') return field;
        // A record within one of its own kind is not followed: there is no end to it.
        return path.includes(record)
          ? ''
          : `${field} { ${selection(record, withNumber, [...path, record]) || '__typename'} }`;
      }),
    ].join(' ');

  /** What a session is shown of those on its agenda, and what an owner gives to it and takes back. */
  function sessionOf(ending, { field, type }) {
    const [question, release, takeBack] = ['In', 'Release', 'TakeBack'].map(
      (verb) => `Session${verb}${ending}`,
    );
    return {
      operations: { question, release, takeBack },
      graphql: `query ${question}($id: ID!) { statutorySession(id: $id) { id
          persons { id record: ${field} { ${selection(type, true)} } } } }
        mutation ${release}($session: ID!, $recordId: ID!, $until: String!) {
          ${field}Release(session: $session, recordId: $recordId, until: $until) { id until needsApproval } }
        mutation ${takeBack}($release: ID!) { ${field}TakeBack(release: $release) { id until needsApproval } }`,
    };
  }

  const ids = [...new Set([...ofPerson, ...ofHousehold].map(({ sector }) => sector))].sort();
  const sectors = ids.map((id) => {
    const person = ofPerson.find(({ sector }) => sector === id);
    const household = ofHousehold.find(({ sector }) => sector === id);
    for (const each of [person, household]) if (each) addRecord(each.type);
    const ending = endingOf(id);
    const operation = `HouseholdIn${ending}`;
    const graphql = `query ${operation}($id: ID!) { household(id: $id) { id
      ${household ? `record: ${household.field} { ${selection(household.type)} }` : ''}
      members { person { id ${person ? `record: ${person.field} { ${selection(person.type)} }` : ''} } } } }`;
    const session = person && sessionOf(ending, person);
    return {
      id,
      operation,
      person: person?.type,
      household: household?.type,
      session: session?.operations,
      graphql: [graphql, session?.graphql ?? ''].join('\n'),
    };
  });
  return {
    graphql: print(parse(sectors.map(({ graphql }) => graphql).join('\n') || 'query None { __typename }')),
    sectors: sectors.map(({ graphql: _, ...sector }) => sector),
    records,
  };
}

/** `generated/sectors.ts`: what the overview knows of the sectors. */
export const sectorsModule = ({ sectors, records }) => {
  const used = sectors.flatMap(({ operation, session }) => [operation, ...Object.values(session ?? {})]);
  return [
    `import type { TypedDocumentNode } from '@graphql-typed-document-node/core';`,
    ...(used.length > 0 ? [`import { ${used.join(', ')} } from './operations.js';`] : []),
    `import type { RecordField, SectorAnswer } from '../household/sector-record.js';`,
    `import type { SectorInSession } from '../conference/sector-in-session.js';`,
    '',
    `type Question = TypedDocumentNode<SectorAnswer, { readonly id: string }>;`,
    `export interface SectorView { readonly id: string; readonly question: Question; readonly person?: string; readonly household?: string; readonly session?: SectorInSession }`,
    `export const sectors: readonly SectorView[] = [`,
    ...sectors.map(
      ({ id, operation, person, household, session }) =>
        `  { id: ${JSON.stringify(id)}, question: ${operation} as unknown as Question${person ? `, person: '${person}'` : ''}${household ? `, household: '${household}'` : ''}${session ? `, session: { question: ${session.question}, release: ${session.release}, takeBack: ${session.takeBack} } as unknown as SectorInSession` : ''} },`,
    ),
    `];`,
    `export const records: Readonly<Record<string, readonly RecordField[]>> = ${JSON.stringify(records)};`,
    '',
  ].join('\n');
};
