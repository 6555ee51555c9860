import type {AssetCashFlowRow, CashFlowKind} from '../../domain/assetCashFlow';
import {investment} from '../../domain/cashReturns';
import {METHODOLOGY} from '../../domain/methodology';
import type {ComputeAssetRow} from '../../domain/computeAsset';
import {assetAnswers} from '../assetAnswer';
import {assetRowOf, unknownAsset} from '../assetIds';
import {evidenceAt, loadCreditSources, type CreditSources} from '../creditSources';
import {publishedText} from '../publishedPath';
import {versionsAt} from '../versions';
import {loadHistory, lossOf, type AssetHistory} from './assetHistory';
import {creditTrace} from './creditLineage';
import type {Asked, LineageMetric, LineageMetrics, Trace} from './metric';
import {facts, namedFacts, type CauseSource} from './source';

/** All that is known of an asset as of a block. */
export interface AssetMaterial {
  readonly asset: ComputeAssetRow;
  readonly sources: CreditSources;
  readonly flows: readonly AssetCashFlowRow[];
  readonly history: AssetHistory;
  readonly at: number;
  readonly height: number;
}

type Evidence = Pick<Trace, 'terms' | 'causes'> & Partial<Pick<Trace, 'parameters'>>;

const KEY = 'an asset id, 32 bytes in hex';

const assetMetric = (formula: string, evidence: (material: AssetMaterial) => Evidence): LineageMetric => ({
  key: KEY,
  trace: async (asked) => {
    const {em, held, point, metric} = asked;
    const id = assetRowOf(held, asked.key);
    const [answered] = await assetAnswers(em, held, [point], id);
    if (answered == null) throw unknownAsset(held, asked.key);
    const material = await materialOf(asked, id);
    const {parameters, ...rest} = evidence(material);
    const registered = material.history.registered;
    return {
      formula,
      methodologyVersion: METHODOLOGY.assets,
      value: await publishedText(answered.answer, metric),
      parameters: {assetId: material.asset.assetId, registered, at: point.at, ...parameters},
      ...rest,
    };
  },
});

async function materialOf({em, held, point}: Asked, id: string): Promise<AssetMaterial> {
  const name = {chainId: held.chain.chainId, projection: 'computeAsset', key: id};
  const [versions] = await versionsAt(em, [name], [new Map([[point.chainId, point]])]);
  const asset = versions?.get<ComputeAssetRow>(name)?.row;
  if (asset === undefined) throw new RangeError('An asset without its row.');
  const sources = await loadCreditSources(em, point, id);
  const {flows} = evidenceAt(sources, asset, point.height);
  return {asset, sources, flows, history: await loadHistory(em, point, id), at: point.at, height: point.height};
}

const DISTRIBUTIONS: readonly CashFlowKind[] = ['PRINCIPAL', 'INCOME', 'TO_VAULT', 'COVER'];

/** Cash flows of some kinds; a row of an asset begins with its registration, its cash flows do not. */
function flowSource(
  term: string,
  {flows, history}: AssetMaterial,
  kinds: readonly CashFlowKind[],
  sinceRegistered: boolean,
): CauseSource[] {
  const counted = flows.filter(
    ({kind, record}) => kinds.includes(kind) && (!sinceRegistered || record > history.registered),
  );
  const named = {term, projection: 'assetCashFlow', table: 'asset_cash_flow', key: 'asset'};
  return namedFacts(
    named,
    counted.map(({id}) => id),
  );
}

export const historySource = (term: string, ids: readonly string[]): CauseSource[] =>
  namedFacts({term, projection: 'computeAssetEvent', table: 'compute_asset_event', key: 'asset'}, ids);

const outstandingSource = (material: AssetMaterial): CauseSource[] =>
  flowSource('outstanding', material, ['DRAW', 'PRINCIPAL', 'LOSS'], true);

const navSources = (material: AssetMaterial): CauseSource[] => [
  ...outstandingSource(material),
  ...historySource('unrealizedLoss', lossOf(material.history)),
];

const navTerms = ({asset}: AssetMaterial) => ({outstanding: asset.outstanding, unrealizedLoss: asset.unrealizedLoss});

const returns = (material: AssetMaterial) => {
  const {asset, flows} = material;
  const {paidIn, distributions} = investment(flows, asset.outstanding - asset.unrealizedLoss);
  return {
    terms: {paidIn, distributions},
    causes: flowSource('cash', material, ['DRAW', ...DISTRIBUTIONS], false),
  };
};

const valued = (material: AssetMaterial): Evidence => {
  const {terms, causes} = returns(material);
  return {terms: {...terms, ...navTerms(material)}, causes: [...causes, ...navSources(material)]};
};

/** Distributions of the waterfall since the asset was registered whose leg is not 0. */
const revenue = (leg: 'gross' | 'netToVault', column: string): LineageMetric =>
  assetMetric('asset.revenue', ({asset, history, height}) => ({
    parameters: {leg},
    terms: {},
    causes: [
      facts({
        ...{term: leg, projection: 'revenueDistribution', table: 'revenue_distribution', key: 'asset'},
        where: `f.asset = $1 AND f.height <= $2 AND f.record > $3 COLLATE "C" AND f.${column} <> 0`,
        parameters: [asset.id, height, history.registered],
      }),
    ],
  }));

/** Single deals (metrics.md 3.8). */
export const ASSET_LINEAGE: LineageMetrics = {
  'assets.status': assetMetric('asset.status', creditTrace('status')),
  'assets.daysPastDue': assetMetric('asset.daysPastDue', creditTrace('daysPastDue')),
  'assets.outstanding': assetMetric('asset.outstanding', (material) => ({
    terms: {},
    causes: outstandingSource(material),
  })),
  'assets.unrealizedLoss': assetMetric('asset.unrealizedLoss', ({history}) => ({
    terms: {},
    causes: historySource('unrealizedLoss', lossOf(history)),
  })),
  'assets.realizedLoss': assetMetric('asset.realizedLoss', (material) => ({
    terms: {},
    causes: flowSource('realizedLoss', material, ['LOSS'], true),
  })),
  'assets.nav': assetMetric('asset.nav', (material) => ({terms: navTerms(material), causes: navSources(material)})),
  'assets.revenueToDate.gross': revenue('gross', 'gross'),
  'assets.revenueToDate.netToVault': revenue('netToVault', 'net_to_vault'),
  'assets.dpi': assetMetric('asset.dpi', returns),
  'assets.moic': assetMetric('asset.moic', valued),
  'assets.xirr': assetMetric('asset.xirr', valued),
};
