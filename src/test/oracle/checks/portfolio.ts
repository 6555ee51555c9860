import {halfEven, ratioWad, sum, wadOrNull} from '../decimals';
import {CLASSES, DealOracle, flowed, type Deal} from '../dealOracle';
import {QueueOracle} from '../queueOracle';
import {blocksOf, type Context} from '../seen';
import {LEGS} from '../chainOracle';

const SUMS = 'principal drawn repaid realizedLoss outstanding unrealizedLoss nav netRevenue paidIn distributions';
const PARTS = `assetClass assetCount runningCount ${SUMS} ${LEGS.join(' ')}
  collateralValue cumulativeDefault weightedApr moic dpi`;

type Rate = 'collateralValue' | 'cumulativeDefault' | 'weightedApr' | 'moic' | 'dpi';
type Part = {assetClass: string; assetCount: number; runningCount: number} & Record<Rate, string | null> &
  Record<string, string>;

/** The deals added up, by class and all together. */
export function portfolioChecks(seen: Context): void {
  test('the portfolio is the sum of its deals, by class and in all, and what is out is totalOutstanding() of the vault', async () => {
    for (const block of blocksOf(seen())) {
      const {chain, product} = seen();
      const oracle = new DealOracle(chain);
      const deals = await oracle.deals(block);
      const revenue = await chain.revenue(block);
      const {portfolio} = await product.query<{portfolio: {total: Part; classes: Part[]}}>(
        `{ portfolio(asOf: {block: ${block}}) { total { ${PARTS} } classes { ${PARTS} } } }`,
      );
      expect(portfolio.classes.map(({assetClass}) => assetClass)).toEqual(CLASSES);
      for (const part of [portfolio.total, ...portfolio.classes]) {
        const own = deals.filter(
          ({registration}) => part.assetClass === 'ALL' || CLASSES[Number(registration.assetClass)] === part.assetClass,
        );
        const legs = LEGS.map((leg) => [leg, sum(own.map(({assetId}) => revenue.get(assetId)?.[leg] ?? 0n))] as const);
        expect(answered(part)).toEqual({...expectedOf(own), ...Object.fromEntries(legs)});
      }
      const totals = await oracle.totals(block);
      expect(BigInt(portfolio.total['outstanding'] ?? 0)).toBe(totals.outstanding);
      expect(BigInt(portfolio.total['unrealizedLoss'] ?? 0)).toBe(totals.unrealizedLoss);
      expect(totals.outstanding > 0n).toBe(true);
    }
  });

  test('idle cash of the vault is its balanceOf() less pendingAssets(), at the head and in the past', async () => {
    for (const block of blocksOf(seen())) {
      const queue = new QueueOracle(seen().chain);
      const {portfolio} = await seen().product.query<{portfolio: {idle: string; idleShare: string}}>(
        `{ portfolio(asOf: {block: ${block}}) { idle idleShare } }`,
      );
      const idle = (await queue.liquid(block)) - (await queue.pending(block));
      const {outstanding} = await new DealOracle(seen().chain).totals(block);
      expect(BigInt(portfolio.idle)).toBe(idle);
      if (idle >= 0n) expect(wadOrNull(portfolio.idleShare)).toBe(ratioWad(idle, idle + outstanding));
    }
  });
}

function answered({assetClass: _assetClass, assetCount, runningCount, ...part}: Part): Record<string, unknown> {
  const rates = ['collateralValue', 'cumulativeDefault', 'weightedApr', 'moic', 'dpi'];
  const amounts = Object.entries(part).map(([field, value]) => {
    return [field, rates.includes(field) ? wadOrNull(value) : BigInt(value as string)] as const;
  });
  return {assetCount, runningCount, ...Object.fromEntries(amounts)};
}

function expectedOf(deals: readonly Deal[]): Record<string, unknown> {
  const total = (amount: (deal: Deal) => bigint): bigint => sum(deals.map(amount));
  const running = deals.filter(({outstanding}) => outstanding > 0n);
  const flows = deals.flatMap((deal) => deal.flows);
  const [drawn, realizedLoss] = [flowed(flows, 'DRAW'), flowed(flows, 'LOSS')];
  const outstanding = total((deal) => deal.outstanding);
  const nav = outstanding - total((deal) => deal.unrealizedLoss);
  const distributions = flowed(flows, 'PRINCIPAL', 'INCOME', 'TO_VAULT', 'COVER');
  const weighted = total((deal) => deal.outstanding * deal.registration.aprBps);
  const isValued = running.every(({valuation}) => valuation.asOf !== 0n);
  return {
    ...{assetCount: deals.length, runningCount: running.length, drawn, realizedLoss, outstanding, nav},
    principal: total((deal) => deal.registration.principal),
    repaid: flowed(flows, 'PRINCIPAL'),
    unrealizedLoss: outstanding - nav,
    netRevenue: flowed(flows, 'INCOME', 'TO_VAULT', 'TO_HOLDERS', 'COVER') - realizedLoss,
    ...{paidIn: drawn, distributions},
    collateralValue: isValued ? sum(running.map(({valuation}) => valuation.collateralValue)) : null,
    cumulativeDefault: ratioWad(realizedLoss, drawn),
    weightedApr: outstanding === 0n ? null : halfEven(weighted * 10n ** 14n, outstanding),
    moic: ratioWad(distributions + nav, drawn),
    dpi: ratioWad(distributions, drawn),
  };
}
