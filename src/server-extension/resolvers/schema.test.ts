import {readFileSync} from 'node:fs';
import path from 'node:path';
import {loadCustomResolvers} from '@subsquid/graphql-server/lib/resolvers';
import {
  buildSchema,
  isEnumType,
  isInputObjectType,
  isNonNullType,
  isObjectType,
  type GraphQLNamedType,
  type GraphQLSchema,
} from 'graphql';
import {CONTRACT} from '../fixture/contract';

let schema: GraphQLSchema;

beforeAll(async () => {
  schema = await loadCustomResolvers(__dirname);
});

/** `Type.field(arg: Type): Type` for every member of a type. */
function members(type: GraphQLNamedType | null | undefined): string[] {
  if (isEnumType(type)) return type.getValues().map(({name}) => `${type.name}.${name}`);
  if (isInputObjectType(type)) {
    return Object.values(type.getFields()).map((field) => `${type.name}.${field.name}: ${field.type.toString()}`);
  }
  if (!isObjectType(type)) return [];
  return Object.values(type.getFields()).map((field) => {
    const args = field.args.map((arg) => `${arg.name}: ${arg.type.toString()}`).sort();
    return `${type.name}.${field.name}(${args.join(', ')}): ${field.type.toString()}`;
  });
}

const ownTypes = (of: GraphQLSchema): GraphQLNamedType[] =>
  Object.values(of.getTypeMap()).filter(({name}) => !name.startsWith('__'));

test('every name and type of the published schema is answered as published', () => {
  for (const type of ownTypes(buildSchema(CONTRACT))) {
    expect(members(schema.getType(type.name))).toEqual(expect.arrayContaining(members(type)));
  }
});

test('whatever can be null has a place for its reason', () => {
  for (const type of ownTypes(schema)) {
    if (!isObjectType(type) || !/(Answer|Point|Part)$/.test(type.name)) continue;
    const nullable = Object.values(type.getFields()).filter((field) => !isNonNullType(field.type));
    const reasons = type.getFields()['reasons']?.type.toString();
    expect([type.name, nullable.length === 0 || reasons === '[FieldReasonPart!]!']).toEqual([type.name, true]);
  }
});

test('no answer and no question is named like an entity or a query that is generated for one', () => {
  const sdl = readFileSync(path.join(__dirname, '../../../schema.graphql'), 'utf8');
  const entities = [...sdl.matchAll(/^type (\w+) @entity/gm)].map(([, name]) => name ?? '');
  expect(entities).toContain('StakingVault');
  const taken = new Set(
    entities.flatMap((name) => {
      const one = `${name.charAt(0).toLowerCase()}${name.slice(1)}`;
      const many = one.endsWith('y') ? [`${one.slice(0, -1)}ies`] : [`${one}s`, `${one}es`];
      return [name, `${one}ById`, `${one}ByUniqueInput`, ...many, ...many.map((plural) => `${plural}Connection`)];
    }),
  );
  const names = [...ownTypes(schema).map(({name}) => name), ...Object.keys(schema.getQueryType()?.getFields() ?? {})];
  expect(names.filter((name) => taken.has(name))).toEqual([]);
});
