import {known, METHODOLOGY} from '../../domain/methodology';
import {assetRowOf, unknownAsset} from '../assetIds';
import {knownAssets, revenueSums} from '../revenueSums';
import type {LineageMetric, LineageMetrics} from './metric';
import {facts} from './source';

/** Revenue of an asset from the first block held on, of the T-bill income too, which no registry knows. */
const revenue = (leg: 'gross' | 'netToVault', column: string): LineageMetric => ({
  key: 'an asset id, 32 bytes in hex',
  trace: async ({em, held, point, key}) => {
    const asset = assetRowOf(held, key);
    if (!(await knownAssets(em, point)).includes(asset)) throw unknownAsset(held, key);
    const [sums] = await revenueSums(em, point, [asset], [{start: held.first.at, end: point.at + 1}]);
    return {
      value: known(`${sums?.get(asset)?.[leg] ?? 0n}`),
      methodologyVersion: METHODOLOGY.revenue,
      formula: 'asset.revenue',
      parameters: {assetId: key.toLowerCase(), leg},
      terms: {},
      causes: [
        facts({
          ...{term: leg, projection: 'revenueDistribution', table: 'revenue_distribution', key: 'asset'},
          where: `f.asset = $1 AND f.height <= $2 AND f.${column} <> 0`,
          parameters: [asset, point.height],
        }),
      ],
    };
  },
});

/** Distributions to date, whether or not the registry knows the asset (metrics.md 3.8). */
export const REVENUE_LINEAGE: LineageMetrics = {
  'revenue.gross': revenue('gross', 'gross'),
  'revenue.netToVault': revenue('netToVault', 'net_to_vault'),
};
