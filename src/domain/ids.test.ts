import fc from 'fast-check';
import {
  assetRowId,
  balanceRowId,
  blockId,
  factId,
  hex32,
  logRecordId,
  readingRecordId,
  requestRowId,
  tokenRowId,
  topicRowId,
} from './ids';

const CHAIN = 31337;
const ADDRESS = '0x00000000000000000000000000000000000000aa';

test('ids of records are fixed width and chain-prefixed', () => {
  expect(blockId(CHAIN, 12)).toBe('31337-0000000012');
  expect(logRecordId(CHAIN, 12, 3)).toBe('31337-0000000012-L00003');
  expect(readingRecordId(CHAIN, 12, 3, false)).toBe('31337-0000000012-R00003');
  expect(readingRecordId(CHAIN, 12, 3, true)).toBe('31337-0000000012-E00003');
  expect(factId('31337-0000000012-L00003', 0)).toBe('31337-0000000012-L00003');
  expect(factId('31337-0000000012-L00003', 7)).toBe('31337-0000000012-L00003-007');
});

/** A place in a chain: height, then readings of earlier state, logs, readings of own state, then the index, then the part. */
const place = fc.record({
  height: fc.nat(9_999_999_999),
  letter: fc.constantFrom('E', 'L', 'R'),
  index: fc.nat(99_999),
  part: fc.nat(999),
});
type Place = typeof place extends fc.Arbitrary<infer P> ? P : never;

const idOf = ({height, letter, index, part}: Place): string =>
  factId(
    letter === 'L' ? logRecordId(CHAIN, height, index) : readingRecordId(CHAIN, height, index, letter === 'E'),
    part,
  );

const inChainOrder = (a: Place, b: Place): number =>
  a.height - b.height || a.letter.localeCompare(b.letter) || a.index - b.index || a.part - b.part;

test('text order of record and fact ids is chain order, across the digits of heights and indexes', () => {
  fc.assert(
    fc.property(place, place, fc.constantFrom<(keyof Place)[]>('height', 'letter', 'index'), (a, other, same) => {
      const b = {...other, [same]: a[same]};
      const textOrder = Math.sign(idOf(a) < idOf(b) ? -1 : Number(idOf(a) > idOf(b)));
      expect(textOrder).toBe(Math.sign(inChainOrder(a, b)));
    }),
  );
  expect(logRecordId(CHAIN, 99_999, 9) < logRecordId(CHAIN, 100_000, 0)).toBe(true);
  expect(logRecordId(CHAIN, 5, 99) < logRecordId(CHAIN, 5, 100)).toBe(true);
});

test('within a block, readings of earlier state come before the logs and readings of its own state after them', () => {
  const ids = [
    readingRecordId(CHAIN, 7, 0, false),
    logRecordId(CHAIN, 7, 99_999),
    logRecordId(CHAIN, 7, 0),
    readingRecordId(CHAIN, 7, 9, true),
    logRecordId(CHAIN, 6, 0),
  ];
  expect([...ids].sort()).toEqual([ids[4], ids[3], ids[2], ids[1], ids[0]]);
});

test('requests of one vault sort by their number', () => {
  const vault = `${CHAIN}-${ADDRESS}`;
  expect(requestRowId(vault, 9n) < requestRowId(vault, 10n)).toBe(true);
  expect(requestRowId(vault, 10n)).toBe(`${vault}-0000000010`);
});

test('an id within an ERC-1155 is the bytes32 asset id, so that token and asset rows name each other', () => {
  const assetId = `0x${'0f'.repeat(32)}`;
  expect(hex32(BigInt(assetId))).toBe(assetId);
  expect(tokenRowId(CHAIN, ADDRESS, BigInt(assetId))).toBe(`${CHAIN}-${ADDRESS}-${assetId}`);
  expect(tokenRowId(CHAIN, ADDRESS, null)).toBe(`${CHAIN}-${ADDRESS}`);
  expect(assetRowId(CHAIN, assetId)).toBe(`${CHAIN}-${assetId}`);
  expect(tokenRowId(CHAIN, ADDRESS, 0n)).not.toBe(tokenRowId(CHAIN, ADDRESS, null));
});

test('rows of different chains never share an id', () => {
  expect(balanceRowId(tokenRowId(1, ADDRESS, null), ADDRESS)).not.toBe(
    balanceRowId(tokenRowId(56, ADDRESS, null), ADDRESS),
  );
});

test('a log without topics counts under a name of its own', () => {
  expect(topicRowId(CHAIN, ADDRESS, null)).toBe(`${CHAIN}-${ADDRESS}-anonymous`);
});
