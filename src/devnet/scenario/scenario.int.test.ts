import type {MinedBlock} from '../mining';
import type {ContractName, Protocol} from '../protocol';
import {SETUP_BLOCKS, calendarOf, dayOf, timestampOf} from './calendar';
import {backingAt} from './fixture/playedBacking';
import {PlayedChain, type Happening} from './fixture/playedChain';
import {Ledger} from './ledger';

/** Long enough for the silent mark of 1 February 2026, and the day after it. */
const DAYS = dayOf(2026, 2, 1) + 2;
const WAD = 10n ** 18n;
const ZERO = `0x${'0'.repeat(40)}`;

describe('the first three months', () => {
  const calendar = calendarOf(DAYS);
  let chain: PlayedChain;
  let blocks: readonly MinedBlock[];
  let protocol: Protocol;

  beforeAll(async () => {
    chain = await PlayedChain.play(calendar, 5);
    ({blocks, protocol} = chain);
  });

  afterAll(() => chain.stop());

  const named = (name: string, contract?: ContractName): Happening[] => chain.named(name, contract);
  const heightAt = (day: number, hour: number): number => SETUP_BLOCKS + 1 + day * 8 + hour / 3;
  const view = (contract: ContractName, method: string, args: unknown[] = [], height?: number): Promise<bigint> =>
    chain.view(contract, method, args, height);

  it('come to blocks at the times of the calendar', () => {
    expect(blocks.map(({timestamp}) => timestamp)).toEqual(blocks.map(({height}) => timestampOf(calendar, height)));
    expect(blocks.at(-1)?.height).toBe(calendar.lastHeight);
  });

  it('leave balances that the ledger, folded from logs, knows to the wei', async () => {
    const ledger = new Ledger(protocol);
    for (const block of blocks) ledger.apply(block.timestamp, block.logs);
    for (const token of ['aid', 'said'] as const) {
      const holders = ledger.holders(token);
      expect(holders.reduce((sum, {held}) => sum + held, 0n)).toBe(await view(token, 'totalSupply'));
      for (const {account, held} of holders.slice(0, 40)) expect(await view(token, 'balanceOf', [account])).toBe(held);
    }
    expect(ledger.unstakes.pending()).toBe(await view('said', 'pendingAssets'));
  });

  it('back every AID by stablecoins and T-bills, and hardly more', async () => {
    expect(named('AnswerUpdated', 'reserveFeed')).toHaveLength(4);
    for (let height = heightAt(0, 21); height <= calendar.lastHeight; height += 29) {
      const ratio = await backingAt(chain, height);
      expect(ratio).toBeGreaterThanOrEqual(WAD);
      expect(ratio).toBeLessThanOrEqual((WAD * 1_005n) / 1_000n);
    }
  });

  it('mark the vault in February without a log of it, off the grid of readings', async () => {
    const height = heightAt(dayOf(2026, 2, 1), 9);
    expect(await view('said', 'stakingNav', [], height)).toBeGreaterThan(
      await view('said', 'stakingNav', [], height - 1),
    );
    const block = blocks[height - 1];
    expect(block?.height).toBe(height);
    const vault = protocol.address.said;
    const touching = block?.logs.filter(
      (log) => log.address === vault || log.topics.some((t) => t.endsWith(vault.slice(2))),
    );
    expect(touching).toEqual([]);
    expect(height % calendar.blocksPerDay).not.toBe(0);
  });

  it('mark the vault with a log on the first of the other months, and once more in November', () => {
    const hours = named('NavUpdated').map(({block}) => new Date(block.timestamp * 1000).toISOString().slice(0, 13));
    expect(hours).toEqual(['2025-11-01T09', '2025-11-16T09', '2025-12-01T09', '2026-01-01T09']);
  });

  it('pause AID once, and neither mint nor burn until it is unpaused', () => {
    const [from, to] = [named('Paused'), named('Unpaused')].map(([one]) => one?.block.height ?? 0) as [number, number];
    expect(to).toBeGreaterThan(from);
    const moved = named('Transfer').filter(
      ({contract, block}) => contract === 'aid' && block.height >= from && block.height < to,
    );
    expect(moved.length).toBeGreaterThan(0);
    expect(moved.filter(({args}) => [args.getValue('from'), args.getValue('to')].includes(ZERO))).toEqual([]);
  });

  it('distribute revenue whose legs add up to the gross amount', () => {
    const all = named('RevenueDistributed');
    expect(all.length).toBeGreaterThan(8);
    for (const {args} of all) {
      const [gross, ...legs] = args.slice(2) as unknown as bigint[];
      expect(legs.reduce((sum, leg) => sum + leg, 0n)).toBe(gross);
    }
  });
});
