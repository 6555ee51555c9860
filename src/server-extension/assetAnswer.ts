import type {EntityManager} from 'typeorm';
import {assetCredit, type AssetEvidence} from '../domain/assetCredit';
import {averageYears} from '../domain/averageLife';
import {
  distributedToPaidIn,
  grossRate,
  investment,
  moneyRate,
  multipleOnCapital,
  netRevenue,
} from '../domain/cashReturns';
import type {ComputeAssetRow} from '../domain/computeAsset';
import {derive, known, METHODOLOGY, orMissing} from '../domain/methodology';
import {formatRate, formatWad} from '../domain/rates';
import type {AssetAnswer} from './answers/asset';
import {covenantParts, creditFields} from './assetCreditFields';
import {toAsOf, type AsOfPoint, type Held} from './asOf';
import type {Answered} from './backingAnswer';
import {evidenceAt, loadCreditSources, newestFactAt} from './creditSources';
import {instant} from './heldBlocks';
import {reasonsOf, valuesOf} from './measured';
import {revenueAnswer, type Waterfall} from './revenueSums';
import {versionsAt} from './versions';

/**
 * An asset as of each block given, without those before its registration; the number of statements does not grow with
 * the number of blocks.
 * @param asset id of the asset's row
 */
export async function assetAnswers(
  em: EntityManager,
  held: Held,
  points: readonly AsOfPoint[],
  asset: string,
): Promise<(Answered<AssetAnswer> | null)[]> {
  const newest = points.reduce<AsOfPoint | null>((last, one) => (one.height > (last?.height ?? -1) ? one : last), null);
  if (newest === null) return [];
  const name = {chainId: held.chain.chainId, projection: 'computeAsset', key: asset};
  const versions = await versionsAt(
    em,
    [name],
    points.map((point) => new Map([[point.chainId, point]])),
  );
  const sources = await loadCreditSources(em, newest, asset);
  return points.map((point, i) => {
    const version = versions[i]?.get<ComputeAssetRow>(name);
    if (version === undefined) return null;
    const evidence = evidenceAt(sources, version.row, point.height);
    const lastChangeAt = Math.max(version.at, newestFactAt(evidence));
    return {answer: assetAnswer(held, point, evidence), lastChangeAt};
  });
}

/** The money rate is found only for a reader who asks for it, or for the reasons. */
export function assetAnswer(held: Held, point: AsOfPoint, evidence: AssetEvidence): AssetAnswer {
  const {asset, flows} = evidence;
  const {at} = point;
  const credit = assetCredit(evidence, at);
  const judged = {evidence, credit, at};
  const nav = asset.outstanding - asset.unrealizedLoss;
  const money = once(() => derive(moneyRate(flows, nav, at), formatRate));
  const fields = {
    ...creditFields(judged),
    ...termsOf(held, point, asset),
    aprOnPrincipal: derive(grossRate(flows, at), formatRate),
    moic: derive(multipleOnCapital(investment(flows, nav)), formatRate),
    dpi: derive(distributedToPaidIn(investment(flows, nav)), formatRate),
    walYears: derive(credit.walYears, formatRate),
  };
  const {assetId, assetClass, dealType, principal, drawn, repaid, realizedLoss, outstanding, unrealizedLoss} = asset;
  return {
    ...{assetId, assetClass, dealType, principal, drawn, repaid, realizedLoss, outstanding, unrealizedLoss, nav},
    ...valuesOf(fields),
    netRevenue: netRevenue(flows),
    status: credit.status,
    registryStatus: asset.status,
    get xirr() {
      return money().value;
    },
    get covenants() {
      return covenantParts(judged);
    },
    get reasons() {
      return reasonsOf({...fields, xirr: money()});
    },
    asOf: toAsOf(point),
    methodologyVersion: METHODOLOGY.assets,
  };
}

function termsOf(held: Held, point: AsOfPoint, asset: ComputeAssetRow) {
  const toDate = {start: held.first.at, end: point.at};
  const maturity = orMissing(asset.maturityAt, 'NOT_APPLICABLE');
  const term = maturity.reason === null ? averageYears([{at: maturity.value, amount: 1n}], point.at) : maturity;
  return {
    collateralValue: derive(orMissing(asset.collateralValue, 'NO_OBSERVATION'), formatWad),
    collateralValuedAt: derive(orMissing(asset.valuedAt, 'NO_OBSERVATION'), instant),
    utilizationBps: orMissing(asset.utilizationBps, 'NO_OBSERVATION'),
    aprBps: known(asset.aprBps),
    startAt: known(instant(asset.startAt)),
    maturityAt: derive(maturity, instant),
    maturityYears: derive(term, formatRate),
    revenueToDate: known(revenueAnswer(point, asset.id, toDate, waterfallOf(asset))),
  };
}

const waterfallOf = (row: ComputeAssetRow): Waterfall => ({
  gross: row.cumulativeGross,
  passThrough: row.cumulativePassThrough,
  protocolFee: row.cumulativeProtocolFee,
  performanceFee: row.cumulativePerformanceFee,
  reserveContribution: row.cumulativeReserveContribution,
  netToVault: row.cumulativeNetToVault,
  paidToHolders: row.cumulativePaidToHolders,
  dust: row.cumulativeDust,
});

function once<T>(compute: () => T): () => T {
  let computed: {value: T} | undefined;
  return () => (computed ??= {value: compute()}).value;
}
