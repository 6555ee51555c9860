import {ratioWad, secondsOf, sum, wadOrNull} from '../decimals';
import {CLASSES, DEAL_TYPES, DealOracle, flowed, isAfter, type Deal} from '../dealOracle';
import {blocksOf, once, type Context} from '../seen';

const TERMS = 'assetClass dealType principal aprBps startAt maturityAt registryStatus';
const AMOUNTS = 'drawn repaid realizedLoss outstanding unrealizedLoss nav netRevenue';
const CREDIT = `collateralValue collateralValuedAt utilizationBps overcollateralization moic dpi
  defaultedAt exposureAtDefault recoveryRate lossGivenDefault`;
const ASSET = `assetId ${TERMS} ${AMOUNTS} ${CREDIT}`;

type Amount = 'drawn' | 'repaid' | 'realizedLoss' | 'outstanding' | 'unrealizedLoss' | 'nav' | 'netRevenue';
type Optional =
  | 'collateralValue'
  | 'collateralValuedAt'
  | 'overcollateralization'
  | 'moic'
  | 'dpi'
  | 'defaultedAt'
  | 'exposureAtDefault'
  | 'recoveryRate'
  | 'lossGivenDefault';
type Asset = Record<'assetId' | 'assetClass' | 'dealType' | 'startAt' | 'maturityAt' | 'registryStatus', string> &
  Record<'principal' | Amount, string> &
  Record<Optional, string | null> & {aprBps: number; utilizationBps: number | null};

/**
 * Every deal against registry and vault.
 * @param isYear whether a default, a loss and a recovery lie behind
 */
export function dealChecks(seen: Context, isYear: boolean): void {
  const at = once(async (block: number): Promise<[Deal, Asset][]> => {
    const deals = await new DealOracle(seen().chain).deals(block);
    const asked = deals.map(
      ({assetId}, i) => `a${i}: assetMetrics(assetId: "${assetId}", asOf: {block: ${block}}) { ${ASSET} }`,
    );
    expect(deals.length).toBeGreaterThan(1);
    const answers = Object.values(await seen().product.query<Record<string, Asset>>(`{ ${asked.join('\n')} }`));
    return deals.map((deal, i) => [deal, answers[i]]);
  });

  test('assets() lists every deal that was registered by a block, and no other', async () => {
    for (const block of blocksOf(seen())) {
      const deals = await new DealOracle(seen().chain).deals(block);
      const {assets} = await seen().product.query<{assets: {assetId: string; outstanding: string}[]}>(
        `{ assets(asOf: {block: ${block}}) { assetId outstanding } }`,
      );
      const book = (some: readonly {assetId: string; outstanding: string | bigint}[]) =>
        some.map(({assetId, outstanding}) => `${assetId} ${outstanding}`).sort();
      expect(book(assets)).toEqual(book(deals));
    }
  });

  test('the terms, the status and the valuation of every deal are registrationOf(), statusOf() and valuationOf()', async () => {
    for (const block of blocksOf(seen())) {
      for (const [{assetId, registration, status, valuation}, asset] of await at(block)) {
        expect(asset).toMatchObject({
          ...{assetId, registryStatus: status, principal: `${registration.principal}`},
          assetClass: CLASSES[Number(registration.assetClass)],
          dealType: DEAL_TYPES[Number(registration.dealType)],
          aprBps: Number(registration.aprBps),
          utilizationBps: valuation.asOf === 0n ? null : Number(valuation.utilizationBps),
        });
        expect([asset.startAt, asset.maturityAt].map(secondsOf)).toEqual(
          [registration.startAt, registration.maturityAt].map(Number),
        );
        const valuedAt = asset.collateralValuedAt === null ? 0 : secondsOf(asset.collateralValuedAt);
        expect([valuedAt, wadOrNull(asset.collateralValue) ?? 0n]).toEqual([
          Number(valuation.asOf),
          valuation.collateralValue,
        ]);
      }
    }
  });

  test('what is outstanding of every deal is outstandingOf(), its loss unrealizedLossOf(), and draws, repayments and losses are its logs', async () => {
    let [repaying, impaired] = [0, 0];
    for (const block of blocksOf(seen())) {
      for (const [{flows, outstanding, unrealizedLoss}, asset] of await at(block)) {
        const [drawn, repaid, realizedLoss] = [
          flowed(flows, 'DRAW'),
          flowed(flows, 'PRINCIPAL'),
          flowed(flows, 'LOSS'),
        ];
        const earned = flowed(flows, 'INCOME', 'TO_VAULT', 'TO_HOLDERS', 'COVER');
        const amounts = {drawn, repaid, realizedLoss, outstanding, unrealizedLoss, nav: outstanding - unrealizedLoss};
        const expected = {...amounts, netRevenue: earned - realizedLoss};
        expect(drawn - repaid - realizedLoss).toBe(outstanding);
        const answered = Object.keys(expected).map((field) => [field, BigInt(asset[field as Amount])]);
        expect(Object.fromEntries(answered)).toEqual(expected);
        repaying += repaid > 0n ? 1 : 0;
        impaired += unrealizedLoss > 0n ? 1 : 0;
      }
    }
    expect(repaying).toBeGreaterThan(0);
    expect(impaired > 0).toBe(isYear);
  });

  test('MOIC, DPI and overcollateralisation of every deal are ratios of its logs and views', async () => {
    for (const [{flows, outstanding, unrealizedLoss, valuation}, asset] of await at(seen().head)) {
      const paidIn = flowed(flows, 'DRAW');
      const distributions = flowed(flows, 'PRINCIPAL', 'INCOME', 'TO_VAULT', 'COVER');
      expect(wadOrNull(asset.dpi)).toBe(ratioWad(distributions, paidIn));
      expect(wadOrNull(asset.moic)).toBe(ratioWad(distributions + outstanding - unrealizedLoss, paidIn));
      const surplus = valuation.asOf === 0n ? null : ratioWad(valuation.collateralValue - outstanding, outstanding);
      expect(wadOrNull(asset.overcollateralization)).toBe(surplus);
    }
  });

  test('exposure at default, recoveries and loss of every deal are what its logs say before and after the default', async () => {
    const deals = await at(seen().head);
    const defaulted = deals.filter(([deal]) => deal.defaulted !== null);
    for (const [{defaulted: since, flows, outstanding}, asset] of deals) {
      const before = flows.filter((flow) => !isAfter(flow, since));
      const exposure = flowed(before, 'DRAW') - flowed(before, 'PRINCIPAL', 'LOSS');
      const after = flows.filter((flow) => isAfter(flow, since));
      const recovered = flowed(after, 'PRINCIPAL', 'INCOME', 'TO_VAULT');
      const rate = since === null ? null : ratioWad(recovered, exposure);
      expect(asset.defaultedAt === null ? null : secondsOf(asset.defaultedAt)).toBe(since?.at ?? null);
      expect(asset.exposureAtDefault).toBe(since === null ? null : `${exposure}`);
      expect(wadOrNull(asset.recoveryRate)).toBe(rate);
      const isOver = since !== null && outstanding === 0n;
      expect(wadOrNull(asset.lossGivenDefault)).toBe(isOver ? ratioWad(exposure - recovered, exposure) : null);
    }
    expect(defaulted.length).toBeGreaterThanOrEqual(isYear ? 1 : 0);
    const lost = sum(deals.map(([{flows}]) => flowed(flows, 'LOSS')));
    expect(lost > 0n).toBe(isYear);
  });
}
