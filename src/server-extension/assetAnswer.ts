import type {EntityManager} from 'typeorm';
import {assetCredit, type AssetCredit, type AssetEvidence} from '../domain/assetCredit';
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
import {derive, flat, known, METHODOLOGY, orMissing} from '../domain/methodology';
import {formatRate, formatWad} from '../domain/rates';
import type {AssetAnswer} from './answers/asset';
import {covenantParts, CREDIT_FIELDS, type Judged} from './assetCreditFields';
import {toAsOf, type AsOfPoint, type Held} from './asOf';
import type {Answered} from './backingAnswer';
import {evidenceAt, loadCreditSources, newestFactAt} from './creditSources';
import {instant} from './heldBlocks';
import {lazyAnswer, reasonsIn} from './measured';
import {once} from './once';
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

/** An asset as of a block, with all that is known of it there. */
class AssetMaterial implements Judged {
  readonly credit: AssetCredit;
  readonly at: number;
  readonly nav: bigint;
  readonly money = once(() => derive(moneyRate(this.evidence.flows, this.nav, this.at), formatRate));
  readonly invested = once(() => investment(this.evidence.flows, this.nav));

  constructor(
    readonly held: Held,
    readonly point: AsOfPoint,
    readonly evidence: AssetEvidence,
  ) {
    this.at = point.at;
    this.credit = assetCredit(evidence, point.at);
    this.nav = evidence.asset.outstanding - evidence.asset.unrealizedLoss;
  }
}

const maturityOf = ({evidence: {asset}}: AssetMaterial) => orMissing(asset.maturityAt, 'NOT_APPLICABLE');

/** Years to maturity, as the average life of one payment on that day. */
const termOf = (material: AssetMaterial) =>
  flat(derive(maturityOf(material), (maturesAt) => averageYears([{at: maturesAt, amount: 1n}], material.at)));

const ASSET_FIELDS = {
  ...CREDIT_FIELDS,
  collateralValue: ({evidence: {asset}}: AssetMaterial) =>
    derive(orMissing(asset.collateralValue, 'NO_OBSERVATION'), formatWad),
  collateralValuedAt: ({evidence: {asset}}: AssetMaterial) =>
    derive(orMissing(asset.valuedAt, 'NO_OBSERVATION'), instant),
  utilizationBps: ({evidence: {asset}}: AssetMaterial) => orMissing(asset.utilizationBps, 'NO_OBSERVATION'),
  aprBps: ({evidence: {asset}}: AssetMaterial) => known(asset.aprBps),
  startAt: ({evidence: {asset}}: AssetMaterial) => known(instant(asset.startAt)),
  maturityAt: (material: AssetMaterial) => derive(maturityOf(material), instant),
  maturityYears: (material: AssetMaterial) => derive(termOf(material), formatRate),
  revenueToDate: ({held, point, at, evidence: {asset}}: AssetMaterial) =>
    known(revenueAnswer(point, asset.id, {start: held.first.at, end: at}, waterfallOf(asset))),
  aprOnPrincipal: ({evidence: {flows}, at}: AssetMaterial) => derive(grossRate(flows, at), formatRate),
  moic: ({invested}: AssetMaterial) => derive(multipleOnCapital(invested()), formatRate),
  dpi: ({invested}: AssetMaterial) => derive(distributedToPaidIn(invested()), formatRate),
  walYears: ({credit}: AssetMaterial) => derive(credit.walYears, formatRate),
  xirr: ({money}: AssetMaterial) => money(),
};

/** The answer; the money rate, and what else not every reader asks for, is computed when one does. */
class LazyAsset extends lazyAnswer<AssetMaterial>()(ASSET_FIELDS) implements AssetAnswer {
  readonly assetId = this.material.evidence.asset.assetId;
  readonly assetClass = this.material.evidence.asset.assetClass;
  readonly dealType = this.material.evidence.asset.dealType;
  readonly principal = this.material.evidence.asset.principal;
  readonly drawn = this.material.evidence.asset.drawn;
  readonly repaid = this.material.evidence.asset.repaid;
  readonly realizedLoss = this.material.evidence.asset.realizedLoss;
  readonly outstanding = this.material.evidence.asset.outstanding;
  readonly unrealizedLoss = this.material.evidence.asset.unrealizedLoss;
  readonly nav = this.material.nav;
  readonly status = this.material.credit.status;
  readonly registryStatus = this.material.evidence.asset.status;
  readonly methodologyVersion = METHODOLOGY.assets;

  get netRevenue() {
    return netRevenue(this.material.evidence.flows);
  }
  get covenants() {
    return covenantParts(this.material);
  }
  get reasons() {
    return reasonsIn(ASSET_FIELDS, this.material);
  }
  get asOf() {
    return toAsOf(this.material.point);
  }
}

export const assetAnswer = (held: Held, point: AsOfPoint, evidence: AssetEvidence): AssetAnswer =>
  new LazyAsset(new AssetMaterial(held, point, evidence));

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
