// Which office is responsible for a person in each sector, and nothing else of the sector's record: one question per
// sector, read from the schema, for the drawing of who is involved (エコマップ). A new sector needs no new page.
import { getNamedType, isObjectType } from 'graphql';

const wanted = {
  office: 'office { code name kind sector }',
  staffName: 'staffName',
  role: 'role',
  from: 'from',
  to: 'to',
};

/** @returns {{ graphql: string, operations: string[] }} */
export function readInvolvements(schema) {
  const questions = Object.values(schema.getType('Person').getFields()).flatMap(({ name, type }) => {
    const record = getNamedType(type);
    const responsible = isObjectType(record) && record.getFields().responsibilities;
    if (!responsible) return [];
    const fields = getNamedType(responsible.type).getFields();
    if (!fields.office) return [];
    const operation = `InvolvedIn${name[0].toUpperCase()}${name.slice(1)}`;
    const selection = Object.keys(wanted)
      .filter((each) => fields[each])
      .map((each) => wanted[each]);
    return [
      {
        operation,
        graphql: `query ${operation}($id: ID!) {
          household(id: $id) { id members { person { id record: ${name} { responsibilities { ${selection.join(' ')} } } } } }
        }`,
      },
    ];
  });
  return {
    graphql: questions.map(({ graphql }) => graphql).join('\n') || 'query NoneInvolved { __typename }',
    operations: questions.map(({ operation }) => operation).sort(),
  };
}

/** `generated/involvements.ts` */
export const involvementsModule = ({ operations }) =>
  [
    `import type { TypedDocumentNode } from '@graphql-typed-document-node/core';`,
    ...(operations.length > 0 ? [`import { ${operations.join(', ')} } from './operations.js';`] : []),
    `import type { InvolvementAnswer } from '../household/diagrams/resources.js';`,
    '',
    `export type InvolvementQuestion = TypedDocumentNode<InvolvementAnswer, { readonly id: string }>;`,
    `export const involvements = [${operations.join(', ')}] as unknown as readonly InvolvementQuestion[];`,
    '',
  ].join('\n');
