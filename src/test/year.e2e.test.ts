import {readFileSync} from 'node:fs';
import path from 'node:path';
import {Random} from '../devnet/random';
import {compareFolded, compareProcessed, databaseOf} from './asOf/asOfYear';
import {ChainOracle} from './oracle/chainOracle';
import {until} from './harness/until';
import {changingChecks} from './oracle/checks/all';
import {startProduct, type Product} from './oracle/product';
import {wad} from './oracle/decimals';
import {queryPages} from './queries/pages';
import {reasonless} from './queries/reasonless';
import {changes, publishedCloses, readCloses, recordCloses} from './recordedCloses';

const FULL = process.env['FULL'] === '1';
const SEED = parseInt(process.env['SEED'] ?? `${Date.now() % 1_000_000}`, 10);

/** The newest day that is final as the year comes. */
const LAST_DAY = '2026-10-27T00:00:00.000Z';

/** `npm start` as it comes: the year that the README describes, and the answers it prints. */
let product: Product;
let oracle: ChainOracle;
let head: number;

beforeAll(async () => {
  product = await startProduct([]);
  oracle = new ChainOracle(product.rpcUrl, product.roles());
  head = await oracle.head();
}, 400_000);
afterAll(async () => {
  oracle.close();
  await product.stop();
  product.forget();
});

test('the README prints the answers that its queries get', async () => {
  const readme = readFileSync(path.resolve(__dirname, '../../README.md'), 'utf8');
  const pairs = [...readme.matchAll(/```graphql\n(.+?)\n```\n```json\n(.+?)\n```/gs)];
  expect(pairs.length).toBeGreaterThanOrEqual(5);
  for (const [, query = '', answer = ''] of pairs) {
    expect([query, await product.query(query)]).toEqual([query, JSON.parse(answer)]);
  }
});

test('every question of the three readers is answered as its page prints it, and no null lacks its reason', async () => {
  const pages = queryPages();
  expect(pages.length).toBeGreaterThan(40);
  for (const {file, query, answer} of pages) {
    const found = await product.query<Parameters<typeof reasonless>[0]>(query);
    expect([file, found]).toEqual([file, answer]);
    expect([file, reasonless(found)]).toEqual([file, []]);
  }
});

test('the year has every day, and none without a complete backing close to one', async () => {
  const {backingHistory} = await product.query<{
    backingHistory: {start: string; end: string; state: string; ratio: string}[];
  }>('{ backingHistory(interval: DAY, from: "2025-11-01T00:00:00Z") { start end state ratio } }');
  expect(backingHistory).toHaveLength(364);
  backingHistory.slice(1).forEach(({start}, i) => expect(start).toBe(backingHistory[i]?.end));
  expect([...new Set(backingHistory.map(({state}) => state))]).toEqual(['COMPLETE']);
  const sorted = backingHistory.map(({ratio}) => ratio).sort();
  expect([sorted[0]?.slice(0, 4), sorted.at(-1)?.slice(0, 5)]).toEqual(['1', '1.003']);
});

test('one mark of the year left no event, and was found at its own block', async () => {
  const {silent, spoken} = await product.query<{
    silent: {effectiveHeight: number; height: number}[];
    spoken: {effectiveHeight: number; height: number}[];
  }>(`{ silent: navMarks(limit: 50, where: {kind_eq: "OBSERVED"}) { effectiveHeight height }
        spoken: navMarks(limit: 50, where: {kind_eq: "NAV_UPDATED"}) { effectiveHeight height } }`);
  expect(silent).toHaveLength(1);
  expect(silent[0]?.effectiveHeight).toBeLessThan(silent[0]?.height ?? 0);
  expect(spoken.length).toBeGreaterThanOrEqual(12);
  expect(spoken.every(({effectiveHeight, height}) => effectiveHeight === height)).toBe(true);
});

test('the stress shows: requests filled in part, a gap between the NAVs, a deal written off, an unknown event', async () => {
  const {requests, stress, deals, indexingStatus} = await product.query<{
    requests: {fillCount: number}[];
    stress: {navGapBps: string};
    deals: {status: string; assetClass: string}[];
    indexingStatus: {unrecognized: number; indexedHeight: number; lagBlocks: number}[];
  }>(`{ requests: unstakeRequests(limit: 50, where: {fillCount_gt: 1}) { fillCount }
        stress: stakingYield(asOf: {time: "2026-08-20T00:00:00Z"}) { navGapBps }
        deals: assets { status assetClass }
        indexingStatus { unrecognized indexedHeight lagBlocks } }`);
  expect(requests.length).toBeGreaterThan(0);
  expect(parseInt(stress.navGapBps, 10)).toBeGreaterThanOrEqual(100);
  expect(deals).toHaveLength(10);
  expect(new Set(deals.map(({assetClass}) => assetClass))).toEqual(new Set(['GPU', 'ROBOTICS', 'DATA_CENTER']));
  expect(new Set(deals.map(({status}) => status))).toEqual(new Set(['ACTIVE', 'REPAID', 'LIQUIDATED']));
  expect(indexingStatus[0]?.unrecognized).toBeGreaterThan(0);
  expect(indexingStatus[0]?.indexedHeight).toBeLessThanOrEqual(3000);
  expect(indexingStatus[0]?.lagBlocks).toBe(0);
});

test('while the loss is open both NAVs are what the vault answers, on every fifth day', async () => {
  const gaps: bigint[] = [];
  for (let block = 1400; block < 2600; block += 40) {
    const {stakingYield} = await product.query<{stakingYield: {stakingNav: string; unstakingNav: string}}>(
      `{ stakingYield(asOf: {block: ${block}}) { stakingNav unstakingNav } }`,
    );
    const {staking, unstaking} = await oracle.navs(block);
    expect([block, wad(stakingYield.stakingNav), wad(stakingYield.unstakingNav)]).toEqual([block, staking, unstaking]);
    gaps.push(staking - unstaking);
  }
  expect(gaps.filter((gap) => gap > 10n ** 16n).length).toBeGreaterThan(10);
});

describe(`seed ${SEED}`, () => {
  const random = new Random('as of', SEED);

  test('every answer as of a block is that of an index which folded the log up to it', async () => {
    const [blocks, most] = FULL ? [100, undefined] : [2, 300];
    const {moments, asked, different} = await compareFolded(await databaseOf(product.dataDir), random, blocks, most);
    expect(different).toEqual([]);
    expect([moments, asked > 40 * moments]).toEqual([blocks, true]);
  });

  test('every answer as of a block is that of a processor which read the chain up to it', async () => {
    const [blocks, most] = FULL ? [3, 2500] : [1, 120];
    const networkFile = path.join(product.dataDir, 'networks', 'local.json');
    const full = {url: await databaseOf(product.dataDir), networkFile, rpcUrl: product.rpcUrl};
    const {moments, different} = await compareProcessed(full, random, blocks, most);
    expect(different).toEqual([]);
    expect(moments).toBe(blocks);
  });
});

test('the year is published, every close as recorded: RECORD=1 records them after the year or a version changed', async () => {
  const isPublished = async (): Promise<true | undefined> => {
    const {published} = await product.query<{published: {lastDay: string | null}}>('{ published { lastDay } }');
    return (published.lastDay ?? '') >= LAST_DAY ? true : undefined;
  };
  await until('every day published', isPublished, 60_000, () => product.output());
  const closes = await publishedCloses(await databaseOf(product.dataDir), LAST_DAY);
  if (process.env['RECORD'] === '1') recordCloses(closes);
  expect(changes(readCloses(), closes)).toEqual([]);
  const {restatements} = await product.query<{restatements: {lastCursor: string | null}}>(
    '{ restatements { lastCursor } }',
  );
  expect(restatements.lastCursor).toBeNull();
});

changingChecks(() => ({product, chain: oracle, head}), true);
