import {UserError} from '../domain/errors';
import {address} from '../test/given';
import {loadLabels, parseLabels} from './labels';
import {loadNetwork} from './networks';

const ONE = address(1);

test('labels are found by lower-case address', () => {
  const labels = parseLabels({[ONE.toUpperCase().replace('0X', '0x')]: {class: 'DEX', name: ' Pool '}}, 'labels.json');
  expect(labels).toEqual({[ONE]: {class: 'DEX', name: 'Pool'}});
});

test.each([
  [[], 'labels.json: expected an object of labels by address.'],
  [{'0x1': {class: 'DEX', name: 'Pool'}}, 'labels.json: 0x1 is not an address of 20 bytes in hex.'],
  [{[ONE]: {class: 'BANK', name: 'Bank'}}, `labels.json: field ${ONE}.class is "BANK", expected one of AI_SERVICE`],
  [{[ONE]: {class: 'DEX'}}, `labels.json: field ${ONE}.name is missing, expected the name of the account.`],
  [{[ONE]: 'DEX'}, `labels.json: field ${ONE} is "DEX", expected an object with the fields class and name only.`],
  [
    {[address(0xab)]: {class: 'DEX', name: 'a'}, [address(0xab).replace('ab', 'AB')]: {class: 'DEX', name: 'b'}},
    `labels.json: ${address(0xab)} is labelled twice.`,
  ],
])('a bad label is refused in one sentence (%#)', (content, sentence) => {
  expect(() => parseLabels(content, 'labels.json')).toThrow(UserError);
  expect(() => parseLabels(content, 'labels.json')).toThrow(sentence);
});

test.each(['ethereum', 'arbitrum', 'base', 'bsc'])('the labels of %s name contracts of the protocol only', (name) => {
  const labels = loadLabels(name, '/nowhere');
  const ours = loadNetwork(name, '/nowhere').contracts.filter(({role}) => role !== 'reserveAsset');
  expect(Object.keys(labels)).toEqual(expect.arrayContaining(ours.map(({address}) => address)));
  expect(Object.values(labels).filter((label) => label.class !== 'PROTOCOL')).toEqual([]);
});
