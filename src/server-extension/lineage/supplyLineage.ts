import {ZERO_ADDRESS} from '../../domain/ids';
import {METHODOLOGY} from '../../domain/methodology';
import {SUPPLY_CAUSES, type SupplyCause} from '../../domain/supplyCause';
import {aidSupplies, aidRows} from '../aidSupply';
import {snapshotsAt} from '../asOf';
import {contractsOf} from '../chains';
import {publishedText} from '../publishedPath';
import {supplyAnswers} from '../supplyAnswer';
import {versionsAt, type Snapshot} from '../versions';
import {issuers, liabilitySources, supplySources} from './liabilitySources';
import {family, type Asked, type LineageMetric, type LineageMetrics, type Trace} from './metric';
import {facts, type CauseSource} from './source';

/** Sources of a number about the supply as of a snapshot. */
type Sources = (asked: Asked, snapshot: Snapshot) => Promise<CauseSource[]> | CauseSource[];

const supplyMetric = (formula: string, sources: Sources, parameters: Trace['parameters'] = {}): LineageMetric => ({
  key: null,
  trace: async (asked) => {
    const {em, held, point, metric} = asked;
    const [answered] = await supplyAnswers(em, held, [point]);
    const [snapshot] = await snapshotsAt(em, held, [point]);
    if (answered === undefined || snapshot === undefined) throw new RangeError('A block without its answer.');
    const value = await publishedText(answered.answer, metric);
    return {
      value,
      methodologyVersion: METHODOLOGY.supply,
      formula,
      parameters: {...parameters, ...protocol(asked), chains: issuers(held, snapshot)},
      terms: {},
      causes: await sources(asked, snapshot),
    };
  },
});

/** Who mints for what: principal comes back through the vault, revenue through the distributor. */
const protocol = ({held: {chains}}: Asked): Trace['parameters'] => {
  const addresses = (role: string): string[] =>
    chains.flatMap((chain) => contractsOf(chain, role).map(({address}) => address));
  return {vaults: addresses('said'), distributors: addresses('revenueDistributor')};
};

async function owed({em, held}: Asked, snapshot: Snapshot): Promise<CauseSource[]> {
  const versions = await versionsAt(em, aidRows(held.chains), [snapshot]);
  const [bridged] = await aidSupplies(em, held.chains, [snapshot], versions);
  return bridged === undefined ? [] : liabilitySources(held, snapshot, bridged);
}

/** Entries of the ledger of the supply under one cause, on every chain of a snapshot. */
const entries = (snapshot: Snapshot, cause: SupplyCause, side: 'minted' | 'burned'): CauseSource[] =>
  [...snapshot.values()].map(({chainId, height}) =>
    facts({
      ...{term: side, projection: 'supplyChange', table: 'supply_change', key: 'cause'},
      where: `f.chain_id = $1 AND f.height <= $2 AND f.cause = $3 AND f.${side} <> 0`,
      parameters: [chainId, height, cause],
    }),
  );

/** Mints or burns that the log of a cause explains. */
const explained = (snapshot: Snapshot, cause: SupplyCause, end: 'from' | 'to'): CauseSource[] =>
  [...snapshot.values()].map(({chainId, height}) =>
    facts({
      ...{term: 'explained', projection: 'transfer', table: 'transfer', key: 'token'},
      where: `f.chain_id = $1 AND f.height <= $2 AND f.cause = $3 AND f."${end}" = $4 AND f.amount <> 0`,
      parameters: [chainId, height, cause, ZERO_ADDRESS],
    }),
  );

/**
 * Entries under no cause but those of mints and burns whose explanation leaves the amount to the transfer: there nothing
 * is left over.
 */
function unexplained(snapshot: Snapshot, side: 'minted' | 'burned'): CauseSource[] {
  const [settled, end] = side === 'minted' ? ['MIGRATION', 'from'] : ['FLASH_MINT', 'to'];
  return [...snapshot.values()].map(({chainId, height}) =>
    facts({
      ...{term: side, projection: 'supplyChange', table: 'supply_change', key: 'cause'},
      where: `f.chain_id = $1 AND f.height <= $2 AND f.cause = 'UNCLASSIFIED' AND f.${side} <> 0
              AND NOT EXISTS (SELECT 1 FROM supply_change s WHERE s.id = f.record AND s.cause = $3)
              AND NOT EXISTS (SELECT 1 FROM transfer t WHERE t.id = f.id AND t.cause = $3 AND t."${end}" = $4)`,
      parameters: [chainId, height, settled, ZERO_ADDRESS],
    }),
  );
}

/** Flash mints are netted: nothing is minted by them, and their fee burned. Two logs do not say how much: transfers do. */
function sourcesOf(snapshot: Snapshot, cause: SupplyCause, side: 'minted' | 'burned'): CauseSource[] {
  if (cause === 'UNCLASSIFIED') return unexplained(snapshot, side);
  if (cause === 'FLASH_MINT') {
    return side === 'minted' ? [] : [...entries(snapshot, cause, 'minted'), ...explained(snapshot, cause, 'to')];
  }
  const transfers = cause === 'MIGRATION' ? explained(snapshot, cause, 'from') : [];
  return [...entries(snapshot, cause, side), ...transfers];
}

const caused = (cause: SupplyCause, side: 'minted' | 'burned'): LineageMetric =>
  supplyMetric('supply.byCause', (_asked, snapshot) => sourcesOf(snapshot, cause, side), {cause, side});

/** Mints, burns and why (metrics.md A13). */
export const SUPPLY_LINEAGE: LineageMetrics = {
  'supply.total': supplyMetric('supply.total', ({held}, snapshot) => supplySources(held, snapshot)),
  'supply.liabilities': supplyMetric('supply.liabilities', owed),
  'supply.minted': supplyMetric('supply.minted', ({held}, snapshot) => [
    ...supplySources(held, snapshot, 'MINT'),
    ...entries(snapshot, 'FLASH_MINT', 'minted'),
  ]),
  'supply.burned': supplyMetric('supply.burned', ({held}, snapshot) => [
    ...supplySources(held, snapshot, 'BURN'),
    ...entries(snapshot, 'FLASH_MINT', 'minted'),
  ]),
  ...family('supply.byCause.*.minted', SUPPLY_CAUSES, (cause) => caused(cause, 'minted')),
  ...family('supply.byCause.*.burned', SUPPLY_CAUSES, (cause) => caused(cause, 'burned')),
};
