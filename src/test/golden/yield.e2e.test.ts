import {VALUER} from '../../devnet/accounts';
import type {Api} from '../harness/api';
import {ALICE, BOB, DEAL, WAD} from '../harness/cast';
import {DAY, places, Stage} from './stage';

/** The golden vectors of yields and NAVs, produced by a real vault on a chain and asked over GraphQL. */
const nav = (text: string): bigint => BigInt(Math.round(Number(text) * 10_000)) * 10n ** 14n;
const M = 1_000_000n * WAD;

interface Yield {
  stakingNav: string;
  unstakingNav: string;
  navGapBps: string;
  unrealizedLoss: string;
  breakevenDays: string | null;
  markApy: {marks: number; value: string | null}[];
  windows: {window: string; apr: string | null; apy: string | null; dtSeconds: number}[];
  compat: {name: string; value: string | null}[];
}

const FIELDS = `stakingNav unstakingNav navGapBps unrealizedLoss breakevenDays markApy { marks value }
  windows { window apr apy dtSeconds } compat { name value }`;

async function yieldAt(api: Api, block: number): Promise<Yield> {
  const query = `{ stakingYield(asOf: {block: ${block}}) { ${FIELDS} } }`;
  return (await api.query<{stakingYield: Yield}>(query)).stakingYield;
}

const month = ({windows}: Yield): Yield['windows'][number] | undefined => windows.find(({window}) => window === '30d');

let stage: Stage;
beforeEach(async () => {
  stage = await Stage.set();
});
afterEach(async () => {
  await stage.clear();
});

test('golden on a chain: marks of four months, the gap of a loss, and a round trip through the queue', async () => {
  const {chain, cast} = stage;
  const marked = async (instant: string, price: string): Promise<number> =>
    (await chain.mineAt(instant, await stage.markAt(nav(price)))).height;
  await chain.mine(
    ...stage.give(ALICE, 'usdc', 20n * M),
    cast.mint(ALICE, 17_999_000n * WAD),
    cast.mint(BOB, 2000n * WAD),
  );
  await chain.mine(cast.stake(ALICE, 17_999_000n * WAD));
  await marked('2026-05-01T00:00:00Z', '1.0400');
  await chain.mineAt('2026-05-01T00:00:12Z', cast.stake(BOB, 1040n * WAD));
  await marked('2026-06-01T00:00:00Z', '1.0500');
  await marked('2026-07-01T00:00:00Z', '1.0598');
  const loss = chain.protocol.call(VALUER, 'said', 'setUnrealizedLoss', DEAL, 192_600n * WAD);
  const august = await chain.mineAt('2026-08-01T00:00:00Z', await stage.markAt(nav('1.0701')), loss);
  const shares = await chain.protocol.view<bigint>(chain.rpc, 'said', 'balanceOf', [BOB]);
  const asked = await chain.mineAt('2026-08-01T00:00:12Z', cast.unstake(BOB, shares));
  await chain.mineAt(asked.timestamp + 62 * DAY, cast.fill());
  const api = await stage.index();

  const answer = await yieldAt(api, august.height);
  expect([answer.stakingNav, answer.unstakingNav]).toEqual(['1.0701', '1.0594']);
  expect(answer.markApy.filter(({marks}) => marks <= 3).map(({value}) => places(value))).toEqual([
    '0.120616204174',
    '0.119850488755',
  ]);
  expect([places(answer.navGapBps, 6), answer.unrealizedLoss]).toEqual(['99.990655', `${192_600n * WAD}`]);
  const {roundTrips} = await api.query<{roundTrips: {trips: Record<string, string>[]}}>(
    '{ roundTrips { trips { gain apyHold apyRealised daysWaited } } }',
  );
  expect(
    roundTrips.trips.map(({gain, apyHold, apyRealised}) => [gain, apyHold, apyRealised].map((r) => places(r))),
  ).toEqual([['0.018653846154', '0.076080544139', '0.044778324334']]);
  expect(roundTrips.trips[0]?.['daysWaited']).toBe('62');
});

test('golden on a chain: windows of 30 and 31 days, a loss, the seven days of the SEC, and the break-even', async () => {
  const {chain, cast} = stage;
  const start = Date.parse('2026-01-01T00:00:00Z') / 1000;
  const marked = async (day: number, price: bigint): Promise<number> =>
    (await chain.mineAt(start + day * DAY, await stage.markAt(price))).height;
  await chain.mine(...stage.give(ALICE, 'usdc', 20n * M), cast.mint(ALICE, 18n * M));
  await chain.mine(cast.stake(ALICE, 18n * M));
  await marked(0, nav('1.05'));
  const week = await marked(7, nav('1.0525'));
  const rise = await marked(30, nav('1.06'));
  const dayAfter = (await chain.mineAt(start + 31 * DAY)).height;
  const fall = await marked(60, nav('1.05'));
  // The price from which three marks in 90 days to 1.0701 are 11.85 % a year; as a number it has 16 digits, the vector 8.
  await marked(90, BigInt(Math.round((1.0701 / 1.1185 ** (90 / 365)) * 1e15)) * 1000n);
  await marked(120, nav('1.05'));
  await marked(150, nav('1.06'));
  const loss = chain.protocol.call(VALUER, 'said', 'setUnrealizedLoss', DEAL, 192_600n * WAD);
  const last = await chain.mineAt(start + 180 * DAY, await stage.markAt(nav('1.0701')), loss);
  const api = await stage.index();

  const risen = month(await yieldAt(api, rise));
  expect([risen?.dtSeconds, places(risen?.apr), places(risen?.apy)]).toEqual([
    2_592_000,
    '0.115873015873',
    '0.122237789351',
  ]);
  const actual = month(await yieldAt(api, dayAfter));
  expect([actual?.dtSeconds, places(actual?.apy)]).toEqual([2_678_400, '0.118070649975']);
  expect(places(month(await yieldAt(api, fall))?.apy)).toBe('-0.108923251837');
  const {compat} = await yieldAt(api, week);
  expect(places(compat.find(({name}) => name === 'SEC_7D')?.value)).toBe('0.124149659864');
  const even = await yieldAt(api, last.height);
  expect(places(even.markApy.find(({marks}) => marks === 3)?.value)).toBe('0.118500000000');
  expect(places(even.breakevenDays, 6)).toBe('32.753613');
});
