/**
 * What all gateways are measured with: one root fetch of forty people, then four sectors in parallel that each add a
 * record to every one of them. 16 KB of answer.
 */
export const people = 40;

export const query = `query View { people { id name birthDate
  elderCare { level office since } disability { grade kind } childFamily { school plan } livelihood { benefit amount until } } }`;

const link = `extend schema @link(url: "https://specs.apollo.dev/federation/v2.3", import: ["@key"])\n`;

export interface Sector {
  readonly field: string;
  readonly fields: Readonly<Record<string, string>>;
}

/** What a sector adds to a person, and what it says of everybody. */
export const sectors: readonly Sector[] = [
  {
    field: 'elderCare',
    fields: { level: 'care level three', office: 'north office of the city', since: '2024-04-01' },
  },
  { field: 'disability', fields: { grade: 'second grade', kind: 'physical, of the upper limbs' } },
  {
    field: 'childFamily',
    fields: { school: 'Josai elementary school', plan: 'support plan of the second term' },
  },
  { field: 'livelihood', fields: { benefit: 'housing allowance', amount: '32000 yen', until: '2026-12-31' } },
];

const typeOf = (field: string): string => field[0]!.toUpperCase() + field.slice(1);

/** Subgraph name → its schema. */
export const schemas: ReadonlyMap<string, string> = new Map([
  [
    'people',
    `${link} type Query { people: [Person!]! } type Person @key(fields: "id") { id: ID!, name: String, birthDate: String }`,
  ],
  ...sectors.map(({ field, fields }): [string, string] => [
    field,
    `${link} type Person @key(fields: "id") { id: ID!, ${field}: ${typeOf(field)} }
     type ${typeOf(field)} { ${Object.keys(fields)
       .map((name) => `${name}: String`)
       .join(' ')} }`,
  ]),
]);

export const person = (at: number): { id: string; name: string; birthDate: string } => ({
  id: `p${at}`,
  name: `Resident number ${at}`,
  birthDate: `19${50 + (at % 50)}-01-01`,
});

/** The right answer. */
export const expected = {
  people: Array.from({ length: people }, (_, at) => ({
    ...person(at),
    ...Object.fromEntries(sectors.map(({ field, fields }) => [field, { ...fields }])),
  })),
};
