import fc from 'fast-check';
import {formatRate, ratio} from '../domain/rates';
import {AID, SAID} from './given';
import {SERVICES} from './laws/circulation';
import {accountsSince, balancesOf, isCirculation, movesOf, sum} from './recount';
import {openUsageStage, usageOf, type Usage, type UsageStage} from './usageStage';
import {blockTime, DEX, LENDING} from './worldDatabase';

const DAY = 86_400;

let stage: UsageStage;

beforeAll(async () => {
  stage = await openUsageStage();
});
afterAll(() => stage.close());

const usage = (height: number, token?: string): Promise<Usage> => usageOf(stage.reader, height, token);

const heights = (): number[] => fc.sample(fc.integer({min: 121, max: stage.head}), {numRuns: 6, seed: 5});

test('holdings by class add up to the supply to the wei, and each is a recount of the transfers', async () => {
  for (const height of [1, ...heights(), stage.head]) {
    for (const token of [AID, SAID]) {
      const balances = balancesOf(movesOf(stage.events, token, height));
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
    const moves = movesOf(stage.events, AID, height);
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
    const [moves, before] = [movesOf(stage.events, AID, height), movesOf(stage.events, AID, height - 120)];
    const volume = sum(
      moves
        .slice(before.length)
        .filter(isCirculation)
        .map(({amount}) => amount),
    );
    let supplySeconds = 0n;
    for (let block = height - 120; block < height; block += 1) {
      supplySeconds +=
        sum(balancesOf(movesOf(stage.events, AID, block)).values()) * BigInt(blockTime(1) - blockTime(0));
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
    const moves = movesOf(stage.events, AID, height).filter(({from, to, amount}) => from !== to && amount > 0n);
    const paid = (since: number) =>
      SERVICES.map((address) => {
        const own = moves.filter(({to, meta}) => to === address && meta.at >= since);
        const payers = new Set(own.map(({from}) => from)).size;
        return {address, count: own.length, volume: `${sum(own.map(({amount}) => amount))}`, payers};
      });
    const answer = await usage(height);
    expect(answer['paymentsToDate']).toMatchObject(paid(0));
    expect(answer['payments30d']).toMatchObject(paid(blockTime(height) - 30 * DAY + 1));
    const references = stage.events.filter(({type, meta}) => type === 'PaymentReferenced' && meta.height <= height);
    const shown = answer['paymentsToDate'] as {referencedCount: number; referencedVolume: string}[];
    const named = references.filter((one) => one.type === 'PaymentReferenced' && one.amount > 0n);
    expect(shown.reduce((all, {referencedCount}) => all + referencedCount, 0)).toBe(named.length);
  }
});

test('a token that is none is refused in one sentence', async () => {
  const refusal = async (token: string) => (await stage.reader.ask(`{usage(token: "${token}") {supply}}`)).error;
  expect(await refusal('GOLD')).toEqual({
    message: 'token "GOLD" is no token: give AID, SAID or an asset id of 32 bytes in hex.',
    code: 'BAD_USER_INPUT',
  });
  expect((await refusal(`0x${'9'.repeat(64)}`))?.message).toMatch(/^Asset 0x9+ is not known on chain 31337/);
});
