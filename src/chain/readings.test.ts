import {BlockConsistencyError} from '@subsquid/util-internal-ingest-tools';
import fc from 'fast-check';
import type {ChainRecord, LogRecord, ReadingRecord} from '../domain/record';
import {ADDRESSES, log, NETWORK} from '../test/decoding/rawLogs';
import {ALICE, BOB} from '../test/given';
import type {RpcClient, RpcErrorInfo} from './client';
import {decode} from './decode';
import {observedContracts, takeReadings, type HeaderRef, type LastReadings} from './readings';

const VIEWS = 5;
const NOTHING: LastReadings = new Map();

const header = (height: number): HeaderRef => ({
  height,
  hash: `0xb${height}`,
  parentHash: `0xb${height - 1}`,
  at: height * 12,
});

interface BlockHash {
  readonly blockHash: string;
}

/** A node whose vault's NAV steps at certain heights; it answers only for blocks it is asked for by hash. */
function nodeOf(steps: readonly number[]) {
  const readAt: number[] = [];
  const call = (method: string, [block = '']: unknown[] = []): Promise<unknown> => {
    const height = method === 'eth_getBlockByHash' ? Number(String(block).slice(3)) : Number(block);
    const {hash, parentHash, at} = header(height);
    return Promise.resolve({number: `0x${height.toString(16)}`, hash, parentHash, timestamp: `0x${at.toString(16)}`});
  };
  const batchCall = (batch: {params?: unknown[]}[]): Promise<unknown[]> => {
    const answers = batch.map(({params}) => {
      const height = Number((params?.[1] as BlockHash).blockHash.slice(3));
      readAt.push(height);
      const nav = 1000 + steps.filter((step) => step <= height).length;
      return `0x${nav.toString(16).padStart(64, '0')}`;
    });
    return Promise.resolve(answers);
  };
  return {client: {call, batchCall} as RpcClient, readAt};
}

const deposit = (height: number): LogRecord => log('said', 'Deposit', [ALICE, BOB, 7n, 6n], {height});
const toVault = (height: number): LogRecord => log('aid', 'Transfer', [ALICE, ADDRESSES.said, 7n], {height});
const elsewhere = (height: number): LogRecord => log('aid', 'Transfer', [ALICE, BOB, 7n], {height});

const blocksAt = (heights: readonly number[], logs: readonly LogRecord[] = []) =>
  heights.map((height) => ({header: header(height), logs: logs.filter((one) => one.height === height)}));

const range = (from: number, to: number): number[] => Array.from({length: to - from}, (_, i) => from + i);
const idsOf = (taken: ReadonlyMap<number, readonly ReadingRecord[]>) =>
  [...taken].map(([height, records]) => [height, records.map(({id}) => id.slice(-6))]);

test('views are read on the grid and where a log touches the vault, and nowhere else', async () => {
  const logs = [deposit(203), toVault(205), elsewhere(206)];
  const taken = await takeReadings(blocksAt(range(200, 210), logs), NETWORK, nodeOf([]).client, NOTHING);
  expect(idsOf(taken)).toEqual([200, 203, 205, 208].map((height) => [height, range(0, VIEWS).map((i) => `R0000${i}`)]));
});

test('views are read at the block that is named by its hash, and belong to it', async () => {
  const taken = await takeReadings(blocksAt([200]), NETWORK, nodeOf([]).client, NOTHING);
  expect(taken.get(200)).toHaveLength(VIEWS);
  expect(taken.get(200)?.[0]).toMatchObject({
    kind: 'READING',
    address: ADDRESSES.said,
    blockHash: '0xb200',
    readHeight: 200,
    readHash: '0xb200',
    readAt: 2400,
    reverted: false,
  });
});

test('outside the blocks of the vault nothing is read', async () => {
  const {client, readAt} = nodeOf([]);
  expect((await takeReadings(blocksAt([96, 1008]), NETWORK, client, NOTHING)).size).toBe(0);
  expect(readAt).toEqual([]);
});

test('a network without a grid has no vault to read', () => {
  expect(observedContracts({...NETWORK, readEvery: undefined})).toEqual([]);
  expect(observedContracts(NETWORK).map(({contract}) => contract.role)).toEqual(['said']);
});

const stepsIn = (records: readonly ChainRecord[]): number[] =>
  decode(records, NETWORK).flatMap((event) => (event.type === 'NavObserved' ? [event.effectiveHeight] : []));

test('a step without a log is read at its own block and recorded, before the logs, where it was discovered', async () => {
  const taken = await takeReadings(blocksAt(range(200, 209)), NETWORK, nodeOf([203]).client, NOTHING);
  for (const record of taken.get(208) ?? []) expect(record).toMatchObject({height: 208, blockHash: '0xb208', at: 2496});
  expect(taken.get(208)?.map(({id, readHeight}) => [id.slice(-6), readHeight])).toEqual([
    ...range(0, VIEWS).map((i) => [`E0000${i}`, 203]),
    ...range(0, VIEWS).map((i) => [`R0000${i}`, 208]),
  ]);
});

test('a step that the logs of a block made is not looked for before it', async () => {
  const {client, readAt} = nodeOf([206]);
  const taken = await takeReadings(blocksAt(range(200, 207), [deposit(206)]), NETWORK, client, NOTHING);
  expect(stepsIn(taken.get(206) ?? [])).toEqual([206]);
  expect(new Set(readAt)).toEqual(new Set([200, 205, 206]));
});

test('a silent step before a block with logs is told from what that block did', async () => {
  const node = nodeOf([203, 206]);
  const taken = await takeReadings(blocksAt(range(200, 207), [deposit(206)]), NETWORK, node.client, NOTHING);
  expect(stepsIn(taken.get(206) ?? [])).toEqual([203, 206]);
});

test('a step at a grid block itself is that block’s own reading', async () => {
  const taken = await takeReadings(blocksAt(range(200, 209)), NETWORK, nodeOf([208]).client, NOTHING);
  expect(taken.get(208)?.map(({readHeight}) => readHeight)).toEqual(range(0, VIEWS).map(() => 208));
});

test('however a chain is cut into batches, the same readings are taken', async () => {
  const scene = fc.record({
    steps: fc.uniqueArray(fc.integer({min: 201, max: 239}), {maxLength: 5}),
    touched: fc.uniqueArray(fc.integer({min: 200, max: 239}), {maxLength: 5}),
    cuts: fc.uniqueArray(fc.integer({min: 201, max: 239}), {maxLength: 6}),
  });
  await fc.assert(
    fc.asyncProperty(scene, async ({steps, touched, cuts}) => {
      const blocks = blocksAt(range(200, 241), touched.map(deposit));
      const {client} = nodeOf(steps);
      const whole = await takeReadings(blocks, NETWORK, client, NOTHING);
      const bounds = [200, ...[...cuts].sort((a, b) => a - b), 241];
      const cut = new Map<number, ReadingRecord[]>();
      let last: LastReadings = NOTHING;
      for (const [i, from] of bounds.slice(0, -1).entries()) {
        const batch = blocks.filter(
          (block) => block.header.height >= from && block.header.height < (bounds[i + 1] ?? 0),
        );
        for (const [height, records] of await takeReadings(batch, NETWORK, client, last)) cut.set(height, records);
        const newest = [...cut.values()].at(-1)?.slice(-VIEWS);
        if (newest !== undefined) last = new Map([[ADDRESSES.said, newest]]);
      }
      expect([...cut]).toEqual([...whole]);
      expect(stepsIn([...whole.values()].flat())).toEqual(expect.arrayContaining(steps));
    }),
  );
});

/** A node that answers every call with an error. */
const failing = (info: RpcErrorInfo): RpcClient => ({
  call: () => Promise.reject(new Error('not asked')),
  batchCall: (batch, options) => Promise.resolve(batch.map(() => options?.validateError?.(info))) as Promise<never>,
});

test('a view that reverts is recorded as reverted', async () => {
  const taken = await takeReadings(
    blocksAt([200]),
    NETWORK,
    failing({code: 3, message: 'execution reverted'}),
    NOTHING,
  );
  expect(taken.get(200)?.map(({reverted, data}) => [reverted, data])).toEqual(range(0, VIEWS).map(() => [true, '0x']));
  expect(decode(taken.get(200) ?? [], NETWORK)).toMatchObject([{stakingNav: null, totalAssets: null}]);
});

test('a block that the node does not know is retried, any other failure is not taken for an answer', async () => {
  const read = (message: string) => takeReadings(blocksAt([200]), NETWORK, failing({code: -32000, message}), NOTHING);
  await expect(async () => read('header not found')).rejects.toThrow(BlockConsistencyError);
  await expect(async () => read('daily limit exceeded')).rejects.toThrow('eth_call failed: daily limit exceeded');
});
