import {ratioWad, sum, wadOrNull} from '../decimals';
import {labelsFile, networkFile} from '../networkFile';
import {blocksOf, once, type Context} from '../seen';
import {isMovement, UsageOracle, ZERO, type Moved} from '../usageOracle';
import type {Told} from '../chainReader';

const PAID = 'address count volume payers referencedCount referencedVolume';
const MOVED = `volume30d meanSupply30d velocity activeAccounts1d activeAccounts7d activeAccounts30d
  payments30d { ${PAID} } paymentsToDate { ${PAID} }`;
const DAY = 86_400;
const MONTH = 30 * DAY;

type Payments = Record<'address' | 'volume' | 'referencedVolume', string> &
  Record<'count' | 'payers' | 'referencedCount', number>;
type Usage = Record<'volume30d' | 'meanSupply30d' | 'velocity', string | null> &
  Record<'payments30d' | 'paymentsToDate', Payments[]> &
  Record<'activeAccounts1d' | 'activeAccounts7d' | 'activeAccounts30d', number | null>;
type Timed = Told<Moved> & {at: number};

/**
 * What moves of AID, and what AI services are paid.
 * @param isYear whether payments that name a reference lie behind
 */
export function movementChecks(seen: Context, isYear: boolean): void {
  const usageAt = once(async (block: number): Promise<Usage> => {
    const {usage} = await seen().product.query<{usage: Usage}>(`{ usage(asOf: {block: ${block}}) { ${MOVED} } }`);
    return usage;
  });
  const timed = once(async (block: number): Promise<Timed[]> => {
    const transfers = await new UsageOracle(seen().chain).transfers('aid', block);
    return Promise.all(transfers.map(async (one) => ({...one, at: await seen().chain.timeOf(one.block)})));
  });

  test('every AI service was paid what Transfer logs bring it from others, in 30 days and to date, with its references', async () => {
    for (const block of blocksOf(seen())) {
      const {chain, product, head} = seen();
      const at = await chain.timeOf(block);
      const services = Object.entries(labelsFile(product.dataDir)).flatMap(([address, label]) =>
        label.class === 'AI_SERVICE' ? [address] : [],
      );
      const transfers = await timed(block);
      const references = await new UsageOracle(chain).references(block);
      const named = await Promise.all(
        references.map(async (one) => ({...one.args, value: one.args.amount, at: await chain.timeOf(one.block)})),
      );
      const payments = (since: number): Payments[] =>
        services.sort().map((address) => {
          const own = transfers.filter((one) => isMovement(one) && one.args.to === address && one.at > since);
          const ref = named.filter((one) => one.to === address && one.from !== address && one.at > since);
          return {
            ...{address, count: own.length, volume: `${sum(own.map(({args}) => args.value))}`},
            payers: new Set(own.map(({args}) => args.from)).size,
            ...{referencedCount: ref.length, referencedVolume: `${sum(ref.map(({value}) => value))}`},
          };
        });
      const usage = await usageAt(block);
      expect(usage.paymentsToDate).toEqual(payments(-Infinity));
      expect(usage.payments30d).toEqual(payments(at - MONTH));
      expect(sum(usage.paymentsToDate.map(({volume}) => BigInt(volume))) > 0n).toBe(true);
      const referenced = usage.paymentsToDate.filter(({referencedCount}) => referencedCount > 0);
      if (block === head && isYear) expect(referenced.length).toBeGreaterThan(0);
    }
  });

  test('what AID moved in 30 days is its Transfer logs without those between contracts, over the mean of totalSupply()', async () => {
    const {chain, head, product} = seen();
    const {contracts} = networkFile(product.dataDir);
    const protocol = new Set(contracts.map(({address}) => address));
    let told = 0;
    for (const block of blocksOf(seen())) {
      const end = await chain.timeOf(block);
      const start = end - MONTH;
      const usage = await usageAt(block);
      if (start < (await chain.timeOf(0))) {
        expect([usage.volume30d, usage.meanSupply30d, usage.velocity]).toEqual([null, null, null]);
        continue;
      }
      const recent = (await timed(block)).filter(({at}) => at > start);
      const moved = recent.filter(
        (one) => isMovement(one) && !(protocol.has(one.args.from) && protocol.has(one.args.to)),
      );
      const volume = sum(moved.map(({args}) => args.value));
      const before = (await chain.blockAtOrAfter(start + 1, head)) - 1;
      let [supply, supplySeconds, since] = [await chain.supply('aid', before), 0n, start];
      for (const {args, at} of recent) {
        supplySeconds += supply * BigInt(at - since);
        if (args.from === ZERO) supply += args.value;
        if (args.to === ZERO) supply -= args.value;
        since = at;
      }
      supplySeconds += supply * BigInt(end - since);
      expect(supply).toBe(await chain.supply('aid', block));
      expect(BigInt(usage.volume30d ?? -1)).toBe(volume);
      expect(BigInt(usage.meanSupply30d ?? -1)).toBe(supplySeconds / BigInt(MONTH));
      expect(wadOrNull(usage.velocity)).toBe(ratioWad(volume * BigInt(MONTH), supplySeconds));
      told += 1;
    }
    expect(told).toBeGreaterThan(0);
  });

  test('active accounts are the senders and receivers of Transfer logs of a day, a week and 30 days', async () => {
    for (const block of blocksOf(seen())) {
      const {chain} = seen();
      const end = await chain.timeOf(block);
      const transfers = (await timed(block)).filter(({args}) => args.value > 0n);
      const first = await chain.timeOf(0);
      const active = [1, 7, 30].map((days) => {
        const recent = transfers.filter(({at}) => at > end - days * DAY);
        const accounts = new Set(recent.flatMap(({args}) => [args.from, args.to]));
        accounts.delete(ZERO);
        return first <= end - days * DAY ? accounts.size : null;
      });
      const {activeAccounts1d, activeAccounts7d, activeAccounts30d} = await usageAt(block);
      expect([activeAccounts1d, activeAccounts7d, activeAccounts30d]).toEqual(active);
      expect(active[0]).toBeGreaterThan(3);
    }
  });
}
