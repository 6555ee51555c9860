import {readFileSync} from 'node:fs';
import path from 'node:path';
import {loadCustomResolvers} from '@subsquid/graphql-server/lib/resolvers';
import {isNonNullType, type GraphQLSchema} from 'graphql';
import {DICTIONARY, fieldDefinition, typeDefinition} from './index';
import {COMMON} from './sharedFields';
import {entitySchema} from './entitySchema';
import {answerTypes, dictionaryPage, entityField, entityTypes} from './page';
import {ROW_FIELDS} from './rowFields';

const PROJECT = path.resolve(__dirname, '../..');
const read = (file: string): string => readFileSync(path.join(PROJECT, file), 'utf8');
const ROWS = entitySchema(read('schema.graphql'));

let questions: GraphQLSchema;

beforeAll(async () => {
  questions = await loadCustomResolvers(path.join(PROJECT, 'src/server-extension/resolvers'));
});

test('every field of every answer has a unit and says what it is, and every type and question is described', () => {
  const vague = answerTypes(questions).flatMap((type) =>
    Object.values(type.getFields())
      .filter((field) => {
        const definition = fieldDefinition(type.name, field.name);
        return !definition?.unit || !(field.description ?? definition.formula);
      })
      .map((field) => `${type.name}.${field.name}`),
  );
  expect(vague).toEqual([]);
  const undescribed = answerTypes(questions)
    .filter(({description}) => !description)
    .map(({name}) => name);
  expect(undescribed).toEqual([]);
  const silent = Object.values(questions.getQueryType()?.getFields() ?? {}).filter(({description}) => !description);
  expect(silent.map(({name}) => name)).toEqual([]);
});

test('every field of every row is described', () => {
  const silent = entityTypes(ROWS).flatMap((type) =>
    Object.values(type.getFields())
      .filter((field) => entityField(field) === '')
      .map((field) => `${type.name}.${field.name}`),
  );
  expect(silent).toEqual([]);
});

test('no definition is of a type or a field that does not exist', () => {
  const types = new Map(answerTypes(questions).map((type) => [type.name, new Set(Object.keys(type.getFields()))]));
  const ghosts = DICTIONARY.flatMap(({type, fields}) =>
    Object.keys(fields)
      .filter((field) => types.get(type)?.has(field) !== true)
      .map((field) => `${type}.${field}`),
  );
  expect(ghosts).toEqual([]);
  const names = new Set(
    [...types.values(), ...entityTypes(ROWS).map((type) => new Set(Object.keys(type.getFields())))].flatMap(
      (fields) => [...fields],
    ),
  );
  expect([...Object.keys(COMMON), ...Object.keys(ROW_FIELDS)].filter((field) => !names.has(field))).toEqual([]);
  expect(new Set(DICTIONARY.map(({type}) => type)).size).toBe(DICTIONARY.length);
});

test('a field says when it is null if, and only if, it can be', () => {
  const wrong = answerTypes(questions).flatMap((type) =>
    Object.values(type.getFields())
      .filter(
        (field) =>
          isNonNullType(field.type) === Object.keys(fieldDefinition(type.name, field.name)?.nulls ?? {}).length > 0,
      )
      .map((field) => `${type.name}.${field.name}`),
  );
  expect(wrong).toEqual([]);
});

test('an answer that carries a version belongs to a metric', () => {
  const versioned = answerTypes(questions).filter((type) => 'methodologyVersion' in type.getFields());
  expect(versioned.filter(({name}) => typeDefinition(name)?.metric == null).map(({name}) => name)).toEqual([]);
});

test('docs/dictionary.md is the page of this schema: npm run dictionary', () => {
  expect(read('docs/dictionary.md')).toBe(dictionaryPage(questions, ROWS));
});
