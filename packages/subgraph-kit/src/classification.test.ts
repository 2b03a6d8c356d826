import 'reflect-metadata';
import { describe, expect, test } from '@jest/globals';
import { composeServices } from '@theguild/federation-composition';
import { Category, tierOf } from '@kasane/vocabulary';
import { Kind, parse, type FieldDefinitionNode } from 'graphql';
import { Directive, Field, FieldResolver, ID, ObjectType, Query, Resolver } from 'type-graphql';
import { categoryOf, classifyFields } from './classification.js';
import { Disclosed, disclosedSdl, NotPersonal, notPersonalSdl } from './disclosed.js';
import { buildFederatedSubgraph } from './federation.js';
import { PersonalRecord } from './subjects.js';

const school = disclosedSdl(Category.SCHOOL);
const notes = disclosedSdl(Category.NOTES);
const published = notPersonalSdl('published');

/** What stops the build, one problem a line. */
function problemsOf(sdl: string): readonly string[] {
  try {
    classifyFields(parse(sdl));
    return [];
  } catch (error) {
    const [, ...problems] = (error as Error).message.split('\n- ');
    return problems;
  }
}

/** The category that guards each field, as `Type.field`. */
function categoriesOf(sdl: string): Readonly<Record<string, Category | undefined>> {
  const categories: Record<string, Category | undefined> = {};
  for (const node of classifyFields(parse(sdl)).definitions)
    if (node.kind === Kind.OBJECT_TYPE_DEFINITION || node.kind === Kind.OBJECT_TYPE_EXTENSION)
      for (const astNode of (node.fields ?? []) as readonly FieldDefinitionNode[])
        categories[`${node.name.value}.${astNode.name.value}`] = categoryOf({ astNode });
  return categories;
}

describe('a schema is not built', () => {
  test('while any field of any type has no category, and every one is named at once', () => {
    expect(
      problemsOf(`type Pupil { name: String grade: String ${school} } type Club { motto: String }`),
    ).toEqual([
      'Pupil.name has no category: add @Disclosed(category), or @NotPersonal(why).',
      'Club.motto has no category: add @Disclosed(category), or @NotPersonal(why).',
    ]);
  });

  test('while a field that an extension adds has none, though the type itself is classified', () => {
    expect(problemsOf(`type Pupil ${school} { grade: String } extend type Pupil { name: String }`)).toEqual([
      expect.stringMatching(/^Pupil\.name has no category/),
    ]);
  });

  test('while a field names a level that there is not, or one that would open to everybody', () => {
    for (const level of ['ALL', 'NONE', 'summary'])
      expect(
        problemsOf(
          `type Pupil { grade: String @disclosed(category: "SCHOOL", tier: "T2", level: "${level}") }`,
        ),
      ).toEqual(['Pupil.grade names a level that there is not.']);
  });

  test('while a classified field is non-null, for a withheld value is null', () => {
    expect(
      problemsOf(`type Pupil ${school} { grade: String! clubs: [String!]! note: String! ${notes} }`),
    ).toEqual([
      'Pupil.grade must be nullable: a withheld value is null.',
      'Pupil.clubs must be nullable: a withheld value is null.',
      'Pupil.note must be nullable: a withheld value is null.',
    ]);
  });

  test.each(['SCHOOOL', '', 'school', '__proto__', 'constructor'])(
    'while a category is none that there is: %j',
    (category) => {
      expect(
        problemsOf(`type Pupil { grade: String @disclosed(category: "${category}", tier: "T2") }`),
      ).toEqual([expect.stringMatching(/^Pupil\.grade .*category/)]);
      expect(
        problemsOf(`type Pupil @disclosed(category: "${category}", tier: "T2") { grade: String }`),
      ).toEqual([expect.stringMatching(/^Pupil\.grade .*category/)]);
    },
  );

  test.each(['@notPersonal', '@notPersonal(because: "")', '@notPersonal(because: "  ")'])(
    'while it is not said why a field speaks of nobody: %s',
    (unreasoned) => {
      expect(problemsOf(`type Club { motto: String ${unreasoned} }`)).toEqual([
        expect.stringMatching(/^Club\.motto .*why/),
      ]);
      expect(problemsOf(`type Club ${unreasoned} { motto: String }`)).toEqual([
        expect.stringMatching(/^Club\.motto .*why/),
      ]);
    },
  );

  test('while a field or its type is classified in two ways, for one of them would be lost', () => {
    const twice = [expect.stringMatching(/^Pupil\.grade .*one/)];
    expect(problemsOf(`type Pupil { grade: String ${published} ${school} }`)).toEqual(twice);
    expect(problemsOf(`type Pupil { grade: String ${school} ${notes} }`)).toEqual(twice);
    expect(problemsOf(`type Pupil ${published} ${school} { grade: String }`)).toEqual(twice);
  });
});

describe('a category', () => {
  test("of a class covers its fields; a field's own wins", () => {
    const sdl = `type Pupil ${school} { grade: String note: String ${notes} motto: String ${published} }`;
    expect(categoriesOf(sdl)).toEqual({
      'Pupil.grade': Category.SCHOOL,
      'Pupil.note': Category.NOTES,
      'Pupil.motto': undefined,
    });
  });

  test('of an extension covers what the extension adds', () => {
    expect(
      categoriesOf(`type Pupil ${school} { grade: String } extend type Pupil ${notes} { note: String }`),
    ).toEqual({
      'Pupil.grade': Category.SCHOOL,
      'Pupil.note': Category.NOTES,
    });
  });

  test('is not asked of keys and of what other subgraphs hand in', () => {
    const sdl = `type Person @key(fields: "id city") { id: ID! city: ID! grant: String! @external }`;
    expect(categoriesOf(sdl)).toEqual({
      'Person.id': undefined,
      'Person.city': undefined,
      'Person.grant': undefined,
    });
  });

  test('of a class does not make its external fields nullable', () => {
    expect(
      problemsOf(
        `type Person @key(fields: "id") ${school} { id: ID! ${published} grant: String! @external }`,
      ),
    ).toEqual([]);
  });

  test('is asked of a field of which only a nested key bears the name', () => {
    const sdl = (field: string) =>
      `type Book @key(fields: "shelf { name }, isbn") { shelf: Shelf! isbn: ID! ${field} }
       type Shelf { name: String! ${published} }`;
    expect(problemsOf(sdl('name: String'))).toEqual([expect.stringMatching(/^Book\.name has no category/)]);
    expect(problemsOf(sdl(`name: String ${school}`))).toEqual([]);
  });

  test('is not asked of a key of another type', () => {
    expect(problemsOf(`type Person @key(fields: "id") { id: ID! } type Pupil { id: ID }`)).toEqual([
      expect.stringMatching(/^Pupil\.id has no category/),
    ]);
  });

  test('is asked of no root field: a root field decides by itself', () => {
    expect(problemsOf('type Query { pupils: [String] } type Mutation { enrol: Boolean }')).toEqual([]);
  });
});

@ObjectType()
class Unclassified extends PersonalRecord {
  @Field(() => String, { nullable: true })
  nickname!: string;
}
@Resolver()
class UnclassifiedResolver {
  @Query(() => Unclassified, { nullable: true })
  unclassified(): Unclassified | null {
    return null;
  }
}

@ObjectType()
@Directive('@key(fields: "id")')
class Pupil extends PersonalRecord {
  @Field(() => ID)
  @NotPersonal('an opaque id')
  id!: string;
}
@Resolver(() => Pupil)
class PupilResolver {
  @Query(() => Pupil, { nullable: true })
  pupil(): Pupil | null {
    return null;
  }

  @Disclosed(Category.SCHOOL)
  @FieldResolver(() => String, { nullable: true })
  grade(): string {
    return '小5';
  }
}

@ObjectType()
@NotPersonal('published')
class Club {
  @Field(() => ID)
  code!: string;
}
@Resolver()
class ClubResolver {
  @Query(() => Club, { nullable: true })
  club(): Club | null {
    return null;
  }
}

describe('a subgraph of classes', () => {
  test('is not built while a class has a field without a category', async () => {
    await expect(
      buildFederatedSubgraph({ resolvers: [UnclassifiedResolver], references: {} }),
    ).rejects.toThrow('Unclassified.nickname has no category');
  });

  test('is not built while an entity has no reference resolver: the caller would get back what they sent', async () => {
    await expect(buildFederatedSubgraph({ resolvers: [PupilResolver], references: {} })).rejects.toThrow(
      'Pupil has a key but no reference resolver.',
    );
  });

  test('while a record of several persons has a category of its own: its rows decide', async () => {
    const extraSdl = `type HouseholdRecord { finance: String ${school} }`;
    const decidedByRow = ['HouseholdRecord'];
    await expect(
      buildFederatedSubgraph({ resolvers: [ClubResolver], references: {}, extraSdl, decidedByRow }),
    ).rejects.toThrow('HouseholdRecord.finance speaks of a household');
  });

  test('is not built while an entity has none, though only an extension gives it the key', async () => {
    const extraSdl = `extend type Club @key(fields: "code")`;
    await expect(
      buildFederatedSubgraph({ resolvers: [ClubResolver], references: {}, extraSdl }),
    ).rejects.toThrow('Club has a key but no reference resolver.');
  });

  test('is built without one for a key that it only names', async () => {
    const extraSdl = `extend type Club @key(fields: "code", resolvable: false)`;
    await expect(
      buildFederatedSubgraph({ resolvers: [ClubResolver], references: {}, extraSdl }),
    ).resolves.toHaveProperty('sdl');
  });

  test('carries its categories into the supergraph, and its reasons not', async () => {
    const [pupils, clubs] = await Promise.all([
      buildFederatedSubgraph({ resolvers: [PupilResolver], references: { Pupil: () => null } }),
      buildFederatedSubgraph({ resolvers: [ClubResolver], references: {} }),
    ]);
    const { supergraphSdl, errors } = composeServices([
      { name: 'pupils', url: 'http://127.0.0.1:1/graphql', typeDefs: parse(pupils.sdl) },
      { name: 'clubs', url: 'http://127.0.0.1:2/graphql', typeDefs: parse(clubs.sdl) },
    ]);
    expect(errors ?? []).toEqual([]);
    expect(supergraphSdl).toContain('directive @disclosed(');
    expect(supergraphSdl).toMatch(
      new RegExp(`grade: String.*@disclosed\\(category: "SCHOOL", tier: "${tierOf(Category.SCHOOL)}"\\)`),
    );
    expect(supergraphSdl).not.toContain('notPersonal');
  });
});
