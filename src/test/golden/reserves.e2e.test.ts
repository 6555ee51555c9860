import type {Network} from '../../chain/networks';
import type {Api} from '../harness/api';
import {ALICE, BOB, BORROWER, CAROL, WAD} from '../harness/cast';
import {places, Stage} from './stage';

/** The golden vectors of reserves, liquidity, headroom and concentration, from a chain over GraphQL. */
const M = 1_000_000n * WAD;
/** Report and ratio are of one block. */
const START = '2026-01-01T00:00:00Z';
const END = '2026-01-05T00:00:00Z';

let stage: Stage;
let api: Api;
/** While the reserves are 1000 dollars. */
let small: number;

beforeAll(async () => {
  stage = await Stage.set();
  const {chain, cast} = stage;
  const at = (instant: string): number => Date.parse(instant) / 1000;
  await chain.mine(...stage.give(ALICE, 'usdc', 20n * M), ...stage.give(BOB, 'usdt', 4n * M));
  const gifts = [cast.transfer(ALICE, BOB, 180n * WAD), cast.transfer(ALICE, CAROL, 70n * WAD)];
  const thousand = [cast.mint(ALICE, 1000n * WAD), ...gifts, cast.transfer(ALICE, BORROWER, 40n * WAD)];
  small = (await chain.mineAt(START, ...thousand, cast.report(0n, at(START)))).height;

  const usdt = chain.protocol.call(BOB, 'minter', 'mint', chain.protocol.address.usdt, 3_800_000_000_000n, BOB);
  await chain.mine(cast.mint(ALICE, (162n * M) / 10n - 1000n * WAD), usdt);
  await chain.mine(cast.buyTbills((122n * M) / 10n));
  await chain.mine(cast.stake(ALICE, 16n * M), cast.unstake(ALICE, 15n * M));
  await chain.mineAt(END, cast.report((125n * M) / 10n, at(END)));
  api = await stage.index({parameters: judgedBy(chain.network)});
}, 120_000);
afterAll(async () => {
  await stage.clear();
});

/** The haircuts and the days of settlement of the vectors. */
function judgedBy({parameters, contracts}: Network): Network['parameters'] {
  const [usdc, usdt] = contracts.filter(({role}) => role === 'reserveAsset').map(({address}) => address);
  const of = (coin: string | undefined): string => coin ?? '';
  return {
    ...parameters,
    haircuts: [
      {fromBlock: 0, component: 'TBILL', bps: 0},
      {fromBlock: 0, component: of(usdc), bps: 200},
      {fromBlock: 0, component: of(usdt), bps: 2500},
    ],
    settlement: [
      {fromBlock: 0, component: 'TBILL', days: 1},
      {fromBlock: 0, component: of(usdc), days: 5},
      {fromBlock: 0, component: of(usdt), days: 120},
    ],
  };
}

test('golden on a chain: 12.5, 4.0 and 3.8 over 20 is 1.015, and 0.9635 after haircuts of 0, 2 and 25 %', async () => {
  type Backing = {state: string; liabilities: string; reservesUsd: string; ratio: string; haircutRatio: string};
  const {backing} = await api.query<{backing: Backing}>(
    '{ backing { state liabilities reservesUsd ratio haircutRatio } }',
  );
  expect(backing).toEqual({
    ...{state: 'COMPLETE', liabilities: `${20n * M}`, reservesUsd: '20300000', ratio: '1.015', haircutRatio: '0.9635'},
  });
});

test('golden on a chain: settling in 1, 5 and 120 days against a queue of 15 covers 0.833333, 1.094667, 1.094667', async () => {
  type Row = {demand: string; horizonDays: number; coverage: string};
  const {backing} = await api.query<{backing: {liquidityCoverage: Row[]}}>(
    '{ backing { liquidityCoverage(freeSupplyBps: 0) { demand horizonDays coverage } } }',
  );
  const pending = backing.liquidityCoverage.filter(({demand}) => demand === 'PENDING');
  expect(pending.map(({horizonDays, coverage}) => [horizonDays, places(coverage, 6)])).toEqual([
    [1, '0.833333'],
    [7, '1.094667'],
    [30, '1.094667'],
  ]);
});

test('golden on a chain: reserves of 1000 and a margin of 1000 bps allow a supply of 900, or of 1100', async () => {
  type Mode = {mode: string; limit: string; headroom: string};
  const {backing} = await api.query<{backing: {mintHeadroomByMode: Mode[]}}>(
    `{ backing(asOf: {block: ${small}}) { mintHeadroomByMode(bps: 1000, absolute: "0") { mode limit headroom } } }`,
  );
  const percentages = backing.mintHeadroomByMode.filter(({mode}) => mode.endsWith('PERCENTAGE'));
  expect(percentages).toEqual([
    {mode: 'POSITIVE_PERCENTAGE', limit: `${900n * WAD}`, headroom: '0'},
    {mode: 'NEGATIVE_PERCENTAGE', limit: `${1100n * WAD}`, headroom: `${100n * WAD}`},
  ]);
});

test('golden on a chain: holders of .71, .18, .07 and .04 have an HHI of 0.543, as 1.841621 equal ones', async () => {
  type Part = {by: string; hhi: string; effectiveNames: string};
  const {concentration} = await api.query<{concentration: {parts: Part[]}}>(
    `{ concentration(asOf: {block: ${small}}) { parts { by hhi effectiveNames } } }`,
  );
  const holders = concentration.parts.find(({by}) => by === 'AID_HOLDER');
  expect([holders?.hhi, places(holders?.effectiveNames, 6)]).toEqual(['0.543', '1.841621']);
});
