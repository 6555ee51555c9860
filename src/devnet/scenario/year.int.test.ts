import {id} from 'ethers';
import {calendarOf, dayOf, monthAt, monthOf, startOfDay, type Calendar} from './calendar';
import {aboutPrices} from './fixture/aboutPrices';
import {aboutReports} from './fixture/aboutReports';
import {backingAt} from './fixture/playedBacking';
import {PlayedChain, amount, type Happening} from './fixture/playedChain';
import {replayQueue} from './fixture/replayedQueue';

/** The year as it is, at two blocks a day. */
const YEAR: Calendar = {...calendarOf(365), blocksPerDay: 2, secondsPerBlock: 43_200, lastHeight: 23 + 2 * 365};
const WAD = 10n ** 18n;
const MAY = startOfDay(dayOf(2026, 5, 1));

describe.each([1, 2, 3])('the year of seed %i', (seed) => {
  let chain: PlayedChain;
  const named: PlayedChain['named'] = (...of) => chain.named(...of);

  beforeAll(async () => {
    chain = await PlayedChain.play(YEAR, seed);
  }, 400_000);

  afterAll(() => chain.stop());

  it('has a cycle for each month from December on, by the order of requests first and in equal parts from May on', () => {
    const opened = named('WithdrawalCycleOpened').map(({args}) => args.map(Number));
    expect(opened.map(([cycleId]) => cycleId)).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11]);
    const december = monthOf(dayOf(2025, 12, 1)).index;
    opened.forEach(([, opensAt = 0, cutoffAt = 0, settlesAt, policy], i) => {
      const [own, next, paid] = [0, 1, 2].map((later) => startOfDay(monthAt(december + i + later).firstDay));
      expect(opensAt - (own ?? 0)).toBeLessThan(86_400);
      expect([cutoffAt, settlesAt, policy]).toEqual([next, paid, cutoffAt > MAY ? 1 : 0]);
    });
  });

  it('settles each cycle on the first day of the month after the next one, and no other', () => {
    const days = named('WithdrawalCycleSettled').map(({block}) => new Date(block.timestamp * 1000));
    expect(days.map((day) => day.getUTCDate())).toEqual(days.map(() => 1));
    expect(days.map((day) => day.toISOString().slice(0, 7))).toEqual([
      ...['2026-02', '2026-03', '2026-04', '2026-05', '2026-06', '2026-07', '2026-08', '2026-09', '2026-10'],
    ]);
  });

  it('lets each request carry the cycle whose window it was made in', () => {
    const windows = named('WithdrawalCycleOpened').map(({args}) => args.map(Number));
    for (const {block, args} of named('UnstakeRequested')) {
      const own = windows.find(([, from = 0, to = 0]) => from <= block.timestamp && block.timestamp < to);
      expect(Number(args.getValue('cycleId'))).toBe(own?.[0] ?? 0);
    }
  });

  it('pays by the policy of the cycle, to the wei; processing pays only requests of before the first cycle', () => {
    const {differences, processed} = replayQueue(chain.happenings);
    expect(differences).toEqual([]);
    expect(processed.length).toBeGreaterThan(0);
    expect([...new Set(processed.map(({cycleId}) => cycleId))]).toEqual([0n]);
  });

  it('runs short of cash in the stress: everybody gets the same part, the rest rolls, and all is paid within the year', () => {
    const parts = named('WithdrawalCycleSettled').map((one) => [
      Number(amount(one, 'cycleId')),
      amount(one, 'assetsPaid') < amount(one, 'assetsRequested'),
    ]);
    const short = parts.filter(([, isShort]) => isShort === true).map(([cycleId]) => cycleId);
    expect(short).toContain(6);
    expect(short.length).toBeGreaterThanOrEqual(2);
    expect(Math.min(...short.map(Number))).toBe(6);
    const left = new Map<bigint, bigint>();
    for (const one of named('UnstakeRequested').filter(({block}) => block.timestamp < startOfDay(dayOf(2026, 8, 1))))
      left.set(amount(one, 'requestId'), amount(one, 'assetsQuoted'));
    for (const one of named('UnstakeFilled')) {
      if (left.has(amount(one, 'requestId'))) left.set(amount(one, 'requestId'), amount(one, 'assetsRemaining'));
    }
    expect([...left.values()].filter((owed) => owed > 0n)).toEqual([]);
  });

  it('has up to a twentieth of AID across the bridge, nothing of it while AID is paused, no arrival while one is stuck', () => {
    let [supply, outside, most] = [0n, 0n, 0n];
    const [paused, unpaused] = ['Paused', 'Unpaused'].map((name) => named(name)[0]?.block.height ?? 0) as [
      number,
      number,
    ];
    for (const one of chain.happenings) {
      if (one.contract === 'aid' && one.name === 'Transfer') supply += issued(one);
      if (one.contract !== 'bridge' || !one.name.startsWith('OFT')) continue;
      outside += amount(one, 'amountReceivedLD') * (one.name === 'OFTSent' ? 1n : -1n);
      expect(outside).toBeGreaterThanOrEqual(0n);
      expect(one.block.height < paused || one.block.height >= unpaused).toBe(true);
      most = outside * WAD > most * supply ? (outside * WAD) / supply : most;
    }
    expect(most).toBeGreaterThan(WAD / 100n);
    expect(most).toBeLessThan(WAD / 20n);
    const arrivals = named('OFTReceived').map(({block}) => block.timestamp);
    const stuck = [dayOf(2026, 3, 10), dayOf(2026, 3, 15)].map(startOfDay) as [number, number];
    expect(arrivals.filter((at) => at >= stuck[0] && at < stuck[1])).toEqual([]);
    expect(arrivals.length).toBeGreaterThan(3);
  });

  it('gives every flash mint back with its fee', () => {
    const trades = named('FlashMinted');
    expect(trades.length).toBeGreaterThan(3);
    for (const trade of trades) {
      const at = chain.happenings.indexOf(trade);
      const [minted, burned] = chain.happenings.slice(at - 2, at);
      const lent = amount(trade, 'amount');
      expect([minted, burned].map((one) => (one === undefined ? 0n : issued(one)))).toEqual([
        lent,
        -(lent + (lent * 5n + 9_999n) / 10_000n),
      ]);
    }
  });

  it('denies two accounts, one of them twice, admits one again, and neither waits in the queue', () => {
    const denied = id('DENIED_ADDRESS_ROLE');
    const roles = (name: string): string[] =>
      named(name, 'aid').flatMap(({args}) =>
        args.getValue('role') === denied ? [String(args.getValue('account'))] : [],
      );
    const lists = (name: string): string[][] => named(name).map(({args}) => [...(args[0] as string[])]);
    const [first, second] = roles('RoleGranted');
    expect(lists('AddedToDenyList')).toEqual([[first], [first, second]]);
    expect(lists('RemovedFromDenyList')).toEqual([[first]]);
    expect([roles('RoleGranted').length, roles('RoleRevoked')]).toEqual([2, [first]]);
    const owners = named('UnstakeRequested').map(({args}) => String(args.getValue('owner')));
    expect(owners.filter((owner) => owner === first || owner === second)).toEqual([]);
  });

  it('backs every AID, here and across the bridge, all year', async () => {
    for (let height = 26; height <= YEAR.lastHeight; height += 23) {
      const ratio = await backingAt(chain, height);
      expect([height, ratio >= WAD, ratio <= (WAD * 101n) / 100n]).toEqual([height, true, true]);
    }
  });

  it('ends with both NAVs equal and a yield between 5 and 12 percent, after a loss that only leavers bore at first', () => {
    const marks = named('NavUpdated');
    const last = marks.at(-1);
    const [staking, unstaking] = ['stakingNav', 'unstakingNav'].map((field) => (last ? amount(last, field) : 0n));
    expect(unstaking).toBe(staking);
    expect(Number(staking) / 1e18).toBeGreaterThan(1.05);
    expect(Number(staking) / 1e18).toBeLessThan(1.12);
    const gaps = marks.map((one) => Number(amount(one, 'stakingNav') - amount(one, 'unstakingNav')) / 1e18);
    expect(Math.max(...gaps)).toBeGreaterThan(0.01);
    expect(Math.min(...gaps)).toBe(0);
  });

  aboutPrices(() => chain);
  aboutReports(() => chain);
});

/** What a transfer adds to the supply. */
function issued({args}: Happening): bigint {
  const [from, to, value] = [BigInt(args[0] as string), BigInt(args[1] as string), args[2] as bigint];
  return (from === 0n ? value : 0n) - (to === 0n ? value : 0n);
}
