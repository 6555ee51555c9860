import {distributedToPaidIn, moneyRate, multipleOnCapital, netRevenue} from '../domain/cashReturns';
import {derive} from '../domain/methodology';
import {delinquency, portfolioCredit, sumsOf, type Position} from '../domain/portfolio';
import {formatRate, formatWad} from '../domain/rates';
import type {DelinquencyPart, PortfolioPart} from './answers/portfolio';
import {reasonsOf, valuesOf} from './measured';

/**
 * The assets of a class added up.
 * @param at the instant asked about, unix seconds
 */
export function portfolioPart(assetClass: string, positions: readonly Position[], at: number): PortfolioPart {
  const {principal, drawn, repaid, realizedLoss, outstanding, unrealizedLoss, ...revenue} = sumsOf(positions);
  const credit = portfolioCredit(positions, at);
  const flows = positions.flatMap(({evidence}) => evidence.flows);
  const fields = {
    collateralValue: derive(credit.collateral, formatWad),
    overcollateralization: derive(credit.overcollateralization, formatRate),
    cumulativeDefault: derive(credit.cumulativeDefault, formatRate),
    recoveryRate: derive(credit.recoveryRate, formatRate),
    lossGivenDefault: derive(credit.lossGivenDefault, formatRate),
    collectionRate: derive(credit.collectionRate, formatRate),
    walYears: derive(credit.walYears, formatRate),
    wamYears: derive(credit.wamYears, formatRate),
    scheduledShare: derive(credit.scheduledShare, formatRate),
    weightedApr: derive(credit.weightedApr, formatRate),
    moic: derive(multipleOnCapital(credit.investment), formatRate),
    dpi: derive(distributedToPaidIn(credit.investment), formatRate),
    xirr: derive(moneyRate(flows, credit.investment.nav, at), formatRate),
  };
  return {
    assetClass,
    assetCount: positions.length,
    runningCount: positions.filter(({evidence}) => evidence.asset.outstanding > 0n).length,
    ...{principal, drawn, repaid, realizedLoss, outstanding, unrealizedLoss},
    ...{nav: credit.investment.nav, paidIn: credit.investment.paidIn, distributions: credit.investment.distributions},
    gross: revenue.cumulativeGross,
    passThrough: revenue.cumulativePassThrough,
    protocolFee: revenue.cumulativeProtocolFee,
    performanceFee: revenue.cumulativePerformanceFee,
    reserveContribution: revenue.cumulativeReserveContribution,
    netToVault: revenue.cumulativeNetToVault,
    paidToHolders: revenue.cumulativePaidToHolders,
    dust: revenue.cumulativeDust,
    netRevenue: netRevenue(flows),
    delinquency: delinquency(positions).map(({days, amount, share}): DelinquencyPart => {
      const shares = {share: derive(share, formatRate)};
      return {days, amount, ...valuesOf(shares), reasons: reasonsOf(shares)};
    }),
    ...valuesOf(fields),
    reasons: reasonsOf(fields),
  };
}
