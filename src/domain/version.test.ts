import fc from 'fast-check';
import {decodeRow, encodeRow, type Row} from './version';

const throughJson = (row: object): unknown => decodeRow(JSON.parse(JSON.stringify(encodeRow(row))));

test('integers are written as text, so that no digit passes through a float', () => {
  const row: Row = {id: '1-a', supply: 12_345_678_901_234_567_890n, count: 3, at: null, name: 'AID'};
  expect(encodeRow(row)).toEqual({id: '1-a', supply: 'n:12345678901234567890', count: 3, at: null, name: 'AID'});
  expect(throughJson(row)).toEqual(row);
});

test('text that looks like a mark stays text', () => {
  const row: Row = {id: 'n:1', name: 's:n:5', uri: 'n:', note: 's:', loss: -7n, other: 'nn:1'};
  expect(encodeRow(row)).toEqual({
    id: 's:n:1',
    name: 's:s:n:5',
    uri: 's:n:',
    note: 's:s:',
    loss: 'n:-7',
    other: 'nn:1',
  });
  expect(throughJson(row)).toEqual(row);
});

const value = fc.oneof(
  fc.bigInt(),
  fc.integer(),
  fc.string(),
  fc.string().map((text) => `n:${text}`),
  fc.string().map((text) => `s:${text}`),
  fc.constant(null),
  fc.boolean(),
  fc.array(fc.record({at: fc.integer(), amount: fc.bigInt().map(String)})),
  fc.dictionary(fc.stringMatching(/^[0-9a-fx-]+$/), fc.bigInt().map(String)),
);

test('every row comes back from JSON as it went in', () => {
  const key = fc.string({minLength: 1}).filter((name) => name !== '__proto__');
  fc.assert(
    fc.property(fc.dictionary(key, value, {noNullPrototype: true}), (fields) => {
      const row = {id: 'row', ...fields};
      expect(throughJson(row)).toEqual(row);
    }),
  );
});
