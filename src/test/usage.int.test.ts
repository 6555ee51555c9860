import fc from 'fast-check';
import type {DomainEvent} from '../domain/event';
import {formatRate, ratio} from '../domain/rates';
import {Reader} from '../server-extension/fixture/ask';
import {AID, SAID} from './given';
import {SERVICES} from './laws/circulation';
import {world} from './laws/history';
import {createTestDatabase, type TestDatabase} from './postgres';
import {accountsSince, balancesOf, isCirculation, movesOf, sum} from './recount';
import {blockTime, DEX, LENDING, stretched, writeWorld} from './worldDatabase';

const DAY = 86_400;
const WORLDS = fc.sample(world, {numRuns: 30, seed: 3}).filter(({events}) => (events.at(-1)?.meta.height ?? 0) > 130);

let database: TestDatabase;
let reader: Reader;
let head: number;
let events: DomainEvent[];

beforeAll(async () => {
  const richest = WORLDS.reduce((best, one) => (one.aid.transfers > best.aid.transfers ? one : best));
  events = stretched(richest.events);
  database = await createTestDatabase();
  head = await writeWorld(database.url, events);
  reader = await Reader.open(database.url);
});

afterAll(async () => {
  await reader.close();
  await database.drop();
});

const REASONS = 'reasons {field reason}';
const STATE = `token supply holdings {class amount share accounts {address amount} ${REASONS}} staked stakedShare defi
  defiShare defiBehindSaid paid paidShare idle idleShare volume30d meanSupply30d velocity activeAccounts1d
  activeAccounts7d activeAccounts30d holderCount hhi effectiveHolders top10Share ${REASONS} asOf {height}`;
const SERVICE = '{address count volume payers referencedCount referencedVolume}';

interface Holding {
  class: string;
  amount: string;
  accounts: {address: string; amount: string}[];
}
interface Usage {
  [field: string]: unknown;
  supply: string;
  holdings: Holding[];
  reasons: {field: string; reason: string}[];
}

const usage = async (height: number, token = 'AID'): Promise<Usage> =>
  (
    await reader.answer<{usage: Usage}>(
      `{usage(token: "${token}", asOf: {block: ${height}}) {${STATE} payments30d ${SERVICE} paymentsToDate ${SERVICE}}}`,
    )
  ).usage;

const heights = (): number[] => fc.sample(fc.integer({min: 121, max: head}), {numRuns: 6, seed: 5});

test('holdings by class add up to the supply to the wei, and each is a recount of the transfers', async () => {
  for (const height of [1, ...heights(), head]) {
    for (const token of [AID, SAID]) {
      const balances = balancesOf(movesOf(events, token, height));
      const answer = await usage(height, token === AID ? 'AID' : 'SAID');
      expect(sum(answer.holdings.map(({amount}) => BigInt(amount)))).toBe(BigInt(answer.supply));
      expect(BigInt(answer.supply)).toBe(sum(balances.values()));
      const held = (...accounts: string[]): string => `${sum(accounts.map((account) => balances.get(account) ?? 0n))}`;
      const amountOf = (kind: string) => answer.holdings.find((one) => one.class === kind)?.amount;
      expect([amountOf('AI_SERVICE'), amountOf('DEX'), amountOf('LENDING')]).toEqual([
        held(...SERVICES),
        held(DEX),
        held(LENDING),
      ]);
      expect([answer['paid'], answer['defi']]).toEqual([held(...SERVICES), held(DEX, LENDING)]);
      for (const {class: kind, amount, accounts} of answer.holdings) {
        if (kind !== 'WALLET') expect(`${sum(accounts.map((one) => BigInt(one.amount)))}`).toBe(amount);
      }
      expect(answer['staked']).toBe(token === AID ? held(SAID.address) : null);
    }
  }
});

test('concentration, holders and active accounts are a recount of the transfers', async () => {
  for (const height of heights()) {
    const moves = movesOf(events, AID, height);
    const balances = [...balancesOf(moves).values()].sort((a, b) => (a > b ? -1 : 1));
    const supply = sum(balances);
    const at = blockTime(height);
    const active = (days: number): number => accountsSince(moves, at - days * DAY + 1).size;
    expect(await usage(height)).toMatchObject({
      holderCount: balances.length,
      hhi: formatRate(ratio(sum(balances.map((held) => held * held)), supply * supply)),
      top10Share: formatRate(ratio(sum(balances.slice(0, 10)), supply)),
      activeAccounts1d: active(1),
      activeAccounts7d: active(7),
      activeAccounts30d: active(30),
    });
  }
});

test('velocity is what moved between accounts in 30 days over the mean supply of the same days', async () => {
  for (const height of heights()) {
    const [moves, before] = [movesOf(events, AID, height), movesOf(events, AID, height - 120)];
    const volume = sum(
      moves
        .slice(before.length)
        .filter(isCirculation)
        .map(({amount}) => amount),
    );
    let supplySeconds = 0n;
    for (let block = height - 120; block < height; block += 1) {
      supplySeconds += sum(balancesOf(movesOf(events, AID, block)).values()) * BigInt(blockTime(1) - blockTime(0));
    }
    const seconds = BigInt(30 * DAY);
    expect(await usage(height)).toMatchObject({
      volume30d: `${volume}`,
      meanSupply30d: `${supplySeconds / seconds}`,
      velocity: formatRate(ratio(volume * seconds, supplySeconds)),
    });
  }
});

test('what a month does not hold is missing, not counted over fewer days', async () => {
  const answer = await usage(60);
  const missing = ['volume30d', 'meanSupply30d', 'velocity', 'activeAccounts30d'];
  for (const field of missing) expect(answer[field]).toBeNull();
  const reasons = answer.reasons.filter(({field}) => missing.includes(field));
  expect(reasons.map(({reason}) => reason)).toEqual(missing.map(() => 'INSUFFICIENT_HISTORY'));
  expect(answer['activeAccounts7d']).not.toBeNull();
});

test('payments of an AI service are the transfers to it from other accounts', async () => {
  for (const height of heights()) {
    const moves = movesOf(events, AID, height).filter(({from, to, amount}) => from !== to && amount > 0n);
    const paid = (since: number) =>
      SERVICES.map((address) => {
        const own = moves.filter(({to, meta}) => to === address && meta.at >= since);
        const payers = new Set(own.map(({from}) => from)).size;
        return {address, count: own.length, volume: `${sum(own.map(({amount}) => amount))}`, payers};
      });
    const answer = await usage(height);
    expect(answer['paymentsToDate']).toMatchObject(paid(0));
    expect(answer['payments30d']).toMatchObject(paid(blockTime(height) - 30 * DAY + 1));
    const references = events.filter(({type, meta}) => type === 'PaymentReferenced' && meta.height <= height);
    const shown = answer['paymentsToDate'] as {referencedCount: number; referencedVolume: string}[];
    const named = references.filter((one) => one.type === 'PaymentReferenced' && one.amount > 0n);
    expect(shown.reduce((all, {referencedCount}) => all + referencedCount, 0)).toBe(named.length);
  }
});

const history = async (interval: string, more = '') =>
  (
    await reader.answer<{usageHistory: (Usage & {start: string; end: string})[]}>(
      `{usageHistory(interval: ${interval} ${more}) {${STATE} volume activeAccounts paymentCount paymentVolume payerCount
        payments ${SERVICE} start end isCarried}}`,
    )
  ).usageHistory;

test('a point of a history is the answer as of its block, and what moved in the buckets adds up to all that moved', async () => {
  const moves = movesOf(events, AID, head);
  for (const interval of ['DAY', 'WEEK', 'MONTH']) {
    const points = await history(interval);
    for (const point of points.filter((_point, i) => i % 7 === 0)) {
      const {height} = point['asOf'] as {height: number};
      const {payments30d: _, paymentsToDate: __, ...answer} = await usage(height);
      expect(point).toMatchObject(answer);
    }
    for (const point of points) {
      const [start, end] = [Date.parse(point.start) / 1000, Date.parse(point.end) / 1000];
      const inBucket = moves.filter(({meta}) => meta.at >= start && meta.at < end);
      const payments = inBucket.filter(({from, to, amount}) => SERVICES.includes(to) && from !== to && amount > 0n);
      expect(point).toMatchObject({
        volume: `${sum(inBucket.filter(isCirculation).map(({amount}) => amount))}`,
        activeAccounts: accountsSince(inBucket, start).size,
        paymentCount: payments.length,
        paymentVolume: `${sum(payments.map(({amount}) => amount))}`,
        payerCount: new Set(payments.map(({from}) => from)).size,
      });
    }
  }
});

test('the number of statements does not grow with the number of points', async () => {
  const count = async (interval: string): Promise<number> => {
    const before = reader.statements;
    await history(interval);
    return reader.statements - before;
  };
  expect(await count('HOUR')).toBe(await count('MONTH'));
});

test('a history as of earlier knowledge ends with what was known', async () => {
  const middle = new Date(blockTime(60) * 1000).toISOString();
  const known = await history('DAY', `, asOfKnowledge: "${middle}"`);
  expect((known.at(-1)?.['asOf'] as {height: number}).height).toBe(60);
});

test('a token that is none is refused in one sentence', async () => {
  const refusal = async (token: string) => (await reader.ask(`{usage(token: "${token}") {supply}}`)).error;
  expect(await refusal('GOLD')).toEqual({
    message: 'token "GOLD" is no token: give AID, SAID or an asset id of 32 bytes in hex.',
    code: 'BAD_USER_INPUT',
  });
  expect((await refusal(`0x${'9'.repeat(64)}`))?.message).toMatch(/^Asset 0x9+ is not known on chain 31337/);
});
