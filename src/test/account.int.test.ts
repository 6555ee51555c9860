import fc from 'fast-check';
import type {DomainEvent, EventOf, EventType} from '../domain/event';
import {Reader} from '../server-extension/fixture/ask';
import {ACCOUNT, type Account} from './accountFields';
import {address, AID, SAID} from './given';
import {stakePosition} from '../projections/staking';
import {SERVICES} from './laws/circulation';
import {world} from './laws/history';
import {machineAfter} from './laws/machine';
import type {World} from './laws/world';
import {createTestDatabase, type TestDatabase} from './postgres';
import {balancesOf, movesOf, sum} from './recount';
import {blockTime, stretched, writeWorld} from './worldDatabase';

const PEOPLE = [0x1000, 0x1001, 0x1002, 0x1003].map(address);

let database: TestDatabase;
let reader: Reader;
let head: number;
let events: DomainEvent[];
let played: World;

beforeAll(async () => {
  const worlds = fc.sample(world, {numRuns: 40, seed: 29});
  const wealth = ({vault, deals}: World): number => vault.queue.requests.length + deals.deals.size;
  played = worlds.reduce((best, one) => (wealth(one) > wealth(best) ? one : best));
  events = stretched(played.events);
  database = await createTestDatabase();
  head = await writeWorld(database.url, events);
  reader = await Reader.open(database.url);
});

afterAll(async () => {
  await reader.close();
  await database.drop();
});

const account = async (of: string, height = head): Promise<Account> =>
  (await reader.answer<{account: Account}>(`{account(address: "${of}", asOf: {block: ${height}}) {${ACCOUNT}}}`))
    .account;

const said = <T extends EventType>(type: T, height: number): EventOf<T>[] =>
  events.filter((event) => event.type === type && event.meta.height <= height) as unknown as EventOf<T>[];

test('balances are a recount of the transfers, as of any block', async () => {
  for (const height of [1, Math.floor(head / 3), Math.floor(head / 2), head]) {
    for (const who of PEOPLE) {
      const answer = await account(who.toUpperCase().replace('0X', '0x'), height);
      const held = (token: typeof AID) => `${balancesOf(movesOf(events, token, height)).get(who) ?? 0n}`;
      expect(answer.balances.slice(0, 2)).toMatchObject([
        {token: 'AID', balance: held(AID)},
        {token: 'SAID', balance: held(SAID)},
      ]);
    }
  }
});

test('shares are worth what the vault would answer for them, floored', async () => {
  const {book, loss, shares} = played.vault;
  for (const who of PEOPLE) {
    const held = shares.of(who);
    const worth = (assets: bigint): string => `${(held * (assets + 1n)) / (shares.supply + 1n)}`;
    const answer = await account(who);
    expect(answer).toMatchObject({shares: `${held}`, stakingValue: held === 0n ? '0' : worth(book)});
    if (answer['unstakingValue'] !== null) {
      expect(answer['unstakingValue']).toBe(held === 0n ? '0' : worth(book - loss));
    }
  }
});

test('yield not realised is what the shares are worth less what they cost, at both NAVs', async () => {
  const positions = machineAfter(events).rows(stakePosition);
  const less = (value: unknown, cost: unknown): string | null =>
    value === null || cost === null ? null : `${BigInt(value as string) - BigInt(cost as string)}`;
  let costed = 0;
  for (const who of PEOPLE) {
    const answer = await account(who);
    const {costBasis, realizedYield, stakingValue, unstakingValue} = answer;
    const row = positions.find(({owner}) => owner === who);
    expect([costBasis, realizedYield]).toEqual(
      [row?.costBasis, row?.realizedYield].map((one) => one?.toString() ?? null),
    );
    expect(answer['unrealizedYield']).toBe(less(stakingValue, costBasis));
    expect(answer['unrealizedYieldAtExit']).toBe(less(unstakingValue, costBasis));
    if (costBasis !== null && costBasis !== '0') costed += 1;
  }
  expect(costed).toBeGreaterThan(0);
});

test('requests are those of the chain, newest first, as of any block', async () => {
  for (const height of [Math.floor(head / 2), head]) {
    for (const who of PEOPLE) {
      const requested = said('UnstakeRequested', height)
        .filter(({owner}) => owner === who)
        .reverse();
      const paid = (id: bigint) =>
        sum(said('UnstakeFilled', height).flatMap(({requestId, assetsPaid}) => (requestId === id ? [assetsPaid] : [])));
      const answer = await account(who, height);
      expect(answer['requests']).toMatchObject(
        requested.map(({requestId, shares, assetsQuoted, meta}) => ({
          requestId: `${requestId}`,
          shares: `${shares}`,
          assetsPaid: `${paid(requestId)}`,
          assetsRemaining: `${assetsQuoted - paid(requestId)}`,
          requestedAt: new Date(blockTime(meta.height) * 1000).toISOString(),
        })),
      );
      expect(answer['unstakePending']).toBe(
        `${sum(requested.map(({requestId, assetsQuoted}) => assetsQuoted - paid(requestId)))}`,
      );
    }
  }
  expect(played.vault.queue.requests.length).toBeGreaterThan(2);
});

test('asset tokens with what they paid, and payments to AI services, are a recount', async () => {
  for (const who of PEOPLE) {
    const answer = await account(who);
    const payouts = said('RevenuePaid', head).filter(({holder}) => holder === who);
    const tokens = answer['assetTokens'] as {assetId: string; paid: string; count: number; balance: string}[];
    expect(sum(tokens.map(({paid}) => BigInt(paid)))).toBe(sum(payouts.map(({amount}) => amount)));
    for (const {assetId, balance} of tokens) {
      expect(balance).toBe(`${played.deals.deals.get(assetId)?.token.of(who) ?? 0n}`);
    }
    const paid = movesOf(events, AID, head).filter(
      ({from, to, amount}) => from === who && SERVICES.includes(to) && amount > 0n,
    );
    const payments = answer['payments'] as {volume: string; count: number}[];
    expect(sum(payments.map(({volume}) => BigInt(volume)))).toBe(sum(paid.map(({amount}) => amount)));
  }
});

test('an account that was never seen has zeros, and reasons for what it has not', async () => {
  const answer = await account(address(0xdead));
  expect(answer).toMatchObject({
    labelClass: null,
    role: null,
    shares: '0',
    stakingValue: '0',
    unstakingValue: '0',
    costBasis: '0',
    realizedYield: '0',
    unrealizedYield: '0',
    staked: '0',
    unstakePending: '0',
    requests: [],
    assetTokens: [],
    payments: [],
  });
  expect(answer.reasons).toEqual(
    ['labelClass', 'labelName', 'role'].map((field) => ({field, reason: 'NOT_APPLICABLE'})),
  );
});

test('a contract of the network and a labelled account have their names', async () => {
  expect(await account(SAID.address)).toMatchObject({labelClass: 'PROTOCOL', labelName: 'sAID', role: 'said'});
  expect(await account(SERVICES[0] ?? '')).toMatchObject({
    labelClass: 'AI_SERVICE',
    labelName: 'Service 0',
    role: null,
  });
});

test.each(['', '0x12', 'vitalik.eth', `0x${'g'.repeat(40)}`, `0x${'1'.repeat(64)}`])(
  '%p is no address, and refused in one sentence',
  async (text) => {
    const {error} = await reader.ask(`{account(address: "${text}") {address}}`);
    expect(error).toEqual({
      message: `address ${JSON.stringify(text)} is not an address: give 20 bytes in hex.`,
      code: 'BAD_USER_INPUT',
    });
  },
);
