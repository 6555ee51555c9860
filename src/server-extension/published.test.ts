import path from 'node:path';
import {loadCustomResolvers} from '@subsquid/graphql-server/lib/resolvers';
import {
  getNamedType,
  isEnumType,
  isListType,
  isNonNullType,
  isObjectType,
  type GraphQLOutputType,
  type GraphQLSchema,
} from 'graphql';
import {
  familyOf,
  LIST_KEYS,
  pathOf,
  PUBLISHED,
  PUBLISHED_NAMES,
  publishedValue,
  type PublishedFamily,
  type PublishedKind,
} from '../domain/published';
import {METHODOLOGY} from '../domain/methodology';
import {publishedText, replaced} from './publishedPath';

const POINTS: Readonly<Record<PublishedFamily, string>> = {
  backing: 'BackingPoint',
  stakingYield: 'StakingYieldPoint',
  supply: 'SupplyPoint',
  assets: 'AssetPoint',
  usage: 'UsagePoint',
};
const SCALARS: Readonly<Record<PublishedKind, string>> = {
  AMOUNT: 'BigInt',
  RATE: 'BigDecimal',
  COUNT: 'Int',
  WORD: 'String',
};

let schema: GraphQLSchema;
beforeAll(async () => {
  schema = await loadCustomResolvers(path.join(__dirname, 'resolvers'));
});

/** The type of a field of an object type; a list's element is stepped over by its key. */
function typeOf(from: GraphQLOutputType, [field = '', ...rest]: readonly string[]): string {
  const type = getNamedType(from);
  const found = isObjectType(type) ? type.getFields()[field] : undefined;
  if (found === undefined) return `no ${field}`;
  const isList = isListType(isNonNullType(found.type) ? found.type.ofType : found.type);
  if (isList !== (LIST_KEYS[field] !== undefined)) return `${field} is ${isList ? 'a' : 'no'} list`;
  const further = isList ? rest.slice(1) : rest;
  if (further.length > 0) return typeOf(found.type, further);
  return isEnumType(getNamedType(found.type)) ? 'String' : getNamedType(found.type).toString();
}

test('every published name leads to a field of its history, of the kind that it says', () => {
  const found = PUBLISHED_NAMES.map((name) => {
    const point = schema.getType(POINTS[familyOf(name)]);
    return [name, point === undefined ? 'none' : typeOf(point as GraphQLOutputType, pathOf(name))];
  });
  expect(found).toEqual(PUBLISHED_NAMES.map((name) => [name, SCALARS[PUBLISHED[name]]]));
});

test('no two families share a version, by which an answer tells its own', () => {
  const versions = Object.keys(POINTS).map((family) => METHODOLOGY[family as PublishedFamily]);
  expect(new Set(versions).size).toBe(versions.length);
});

test('a published text is read back without losing a digit', () => {
  expect(publishedValue('supply.total', '123456789012345678901234567890')).toBe(123456789012345678901234567890n);
  expect(publishedValue('backing.ratio', '1.000000000000000001')).toBe('1.000000000000000001');
  expect(publishedValue('usage.holderCount', '12')).toBe(12);
});

test('a field that is computed late is read once it is there; a missing part gives its own reason', async () => {
  const reasons = Promise.resolve([{field: 'revenueToDate', reason: 'NOT_APPLICABLE'}]);
  const answer = {revenueToDate: null, reasons, windows: Promise.resolve([{window: '30d', apy: '0.1'}])};
  expect(await publishedText(answer, 'stakingYield.windows.30d.apy')).toEqual({value: '0.1', reason: null});
  expect(await publishedText(answer, 'assets.revenueToDate.gross')).toEqual({value: null, reason: 'NOT_APPLICABLE'});
  expect(await publishedText({windows: []}, 'stakingYield.windows.30d.apy')).toEqual({
    value: null,
    reason: 'NO_OBSERVATION',
  });
});

test('what is replaced does not touch the answer itself, nor compute what nobody asks for', () => {
  let computed = 0;
  const answer = {
    ratio: '1',
    get hhi() {
      computed += 1;
      return '0.5';
    },
  };
  const then = replaced(answer, new Map([['backing.ratio', {value: '2', reason: null}]]));
  expect([then.ratio, answer.ratio, computed]).toEqual(['2', '1', 0]);
  expect([then.hhi, computed]).toEqual(['0.5', 1]);
});
