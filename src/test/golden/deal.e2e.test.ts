import {parseReports} from '../../attestation/reportFile';
import {submitReports} from '../../attestation/submit';
import {OPERATOR} from '../../devnet/accounts';
import {isoTime} from '../../domain/bucket';
import type {Report} from '../../domain/report';
import {REPORTS} from '../attested';
import {ALICE, BORROWER, DEAL, WAD} from '../harness/cast';
import {DAY, places, Stage} from './stage';

/** The golden vectors of a deal: 100 drawn, 3.5 three times and 103.5 a year later, in thousands of AID. */
const K = 1000n * WAD;
const START = Date.parse('2026-01-01T00:00:00Z') / 1000;

let stage: Stage;
beforeEach(async () => {
  stage = await Stage.set();
});
afterEach(async () => {
  await stage.clear();
});

/** Repayments due 90, 180 and 365 days after the draw, as attested the day before it. */
const schedule = (): Report => ({
  ...REPORTS.ASSET_SCHEDULE,
  ...{subject: DEAL, asOf: isoTime(START - DAY), publishedAt: isoTime(START - DAY)},
  body: {
    contractual: true,
    payments: (
      [
        [90, 10n],
        [180, 20n],
        [365, 70n],
      ] as const
    ).map(([days, thousands]) => ({dueAt: isoTime(START + days * DAY), interest: '0', principal: `${thousands * K}`})),
  },
});

test('golden on a chain: the XIRR of a deal is 0.147575358559, its MOIC 1.14, its WAL at the draw 0.823287671233 years', async () => {
  const {chain, cast, database} = stage;
  await chain.mine(cast.mint(ALICE, 200n * K));
  await chain.mine(cast.stake(ALICE, 200n * K));
  const drawn = await chain.mineAt(START, ...cast.openDeal(100n * K, START));
  for (const [instant, principal] of [
    ['2026-04-01T00:00:00Z', 0n],
    ['2026-07-01T00:00:00Z', 0n],
    ['2026-10-01T00:00:00Z', 0n],
    ['2027-01-01T00:00:00Z', 100n * K],
  ] as const) {
    const terms = [DEAL, chain.protocol.address.usdc, BORROWER, principal, (35n * K) / 10n];
    await chain.mineAt(instant, chain.protocol.call(OPERATOR, 'said', 'returnCapital', ...terms));
  }
  await submitReports(database.url, parseReports([schedule()], 'golden.json'));
  const api = await stage.index();

  type Deal = {xirr: string; moic: string; dpi: string; walYears: string};
  const deal = async (asOf = ''): Promise<Deal> =>
    (await api.query<{assetMetrics: Deal}>(`{ assetMetrics(assetId: "${DEAL}"${asOf}) { xirr moic dpi walYears } }`))
      .assetMetrics;
  const {xirr, moic, dpi} = await deal();
  expect([places(xirr), moic, dpi]).toEqual(['0.147575358559', '1.14', '1.14']);
  expect(places((await deal(`, asOf: {block: ${drawn.height}}`)).walYears)).toBe('0.823287671233');
});
