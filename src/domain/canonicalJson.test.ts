import fc from 'fast-check';
import {canonicalJson} from './canonicalJson';

test('keys are sorted at every depth, and nothing is between them', () => {
  expect(canonicalJson({b: [{z: 1, a: 'x y'}, null], a: {d: true, c: -0}})).toBe(
    '{"a":{"c":0,"d":true},"b":[{"a":"x y","z":1},null]}',
  );
});

test('a field that is not given is not there', () => {
  expect(canonicalJson({a: undefined, b: null})).toBe('{"b":null}');
});

test('the order of keys does not matter, and nothing is lost', () => {
  fc.assert(
    fc.property(fc.jsonValue(), (value) => {
      const text = canonicalJson(value);
      expect(JSON.parse(text)).toEqual(JSON.parse(JSON.stringify(value)));
      expect(canonicalJson(reversed(value))).toBe(text);
    }),
  );
});

function reversed(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(reversed);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value)
      .reverse()
      .map(([key, part]) => [key, reversed(part)]),
  );
}
