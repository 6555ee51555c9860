import type {EntityManager} from 'typeorm';
import {aidEdges, usdEdges} from '../domain/fundEdges';
import {ledgerResidual, merged, settle, type FundEdge, type FundNode} from '../domain/fundFlow';
import {missing} from '../domain/methodology';
import type {StakingVaultRow} from '../domain/stakingVault';
import type {SupplyCauseRow} from '../domain/supplyCause';
import {chainRowId} from '../domain/ids';
import type {TokenRow} from '../domain/token';
import type {FlowCheckPart, FlowEdgePart, FlowNodePart} from './answers/flow';
import type {IndexedChain} from './chains';
import {flowChecks} from './flowChecks';
import {aidBalances, nodeAccounts, stablecoinRows, usdBalances, versionsAtEnds, WALLET, type Ends} from './flowNodes';
import {aidMoves, custodyMoves} from './flowSums';
import {reasonsOf} from './measured';
import {mainToken} from './usageToken';
import type {RowName} from './versions';

/** The ledger of a period, in parts. */
export interface Ledger {
  readonly nodes: FlowNodePart[];
  readonly edges: FlowEdgePart[];
  readonly checks: FlowCheckPart[];
  readonly residual: bigint;
}

/**
 * The ledger of a chain between two blocks. Balances come from versions of balances, supply and custody, edges from the
 * facts of single movements: neither is computed from the other.
 */
export async function ledgerOf(em: EntityManager, chain: IndexedChain, ends: Ends): Promise<Ledger> {
  const {chainId} = chain;
  const aidId = mainToken(chain, 'AID')?.id ?? '';
  const aidRow: RowName = {chainId, projection: 'token', key: aidId};
  const vaultRow: RowName = {chainId, projection: 'stakingVault', key: mainToken(chain, 'SAID')?.id ?? ''};
  const issueRow: RowName = {chainId, projection: 'supplyCause', key: chainRowId(chainId)};
  const blocks = {chainId, after: ends.opening?.height ?? -1, upTo: ends.closing.height};
  const versions = await versionsAtEnds(em, [aidRow, vaultRow, issueRow, ...stablecoinRows(chain)], ends);
  const both = <R>(name: RowName) => {
    const [opening, closing] = versions.map((at) => at.get<R>(name)?.row);
    return {opening, closing};
  };
  const aid = both<TokenRow>(aidRow);
  const accounts = nodeAccounts(chain);
  const moved = await aidMoves(em, aidId, accounts, WALLET, blocks);
  const inCustody = await custodyMoves(em, blocks);
  const earlier = await custodyMoves(em, {chainId, after: -1, upTo: blocks.after});
  const all = await custodyMoves(em, {chainId, after: -1, upTo: blocks.upTo});
  const edges = merged([...aidEdges(moved), ...usdEdges(inCustody)]);
  const nodes = settle(edges, [
    ...(await aidBalances(em, aidId, accounts, ends, [aid.opening, aid.closing])),
    ...usdBalances(chain, versions, [earlier, all]),
  ]);
  const told = {vault: both<StakingVaultRow>(vaultRow), aid, issue: both<SupplyCauseRow>(issueRow)};
  const checks = await flowChecks(em, edges, blocks, told);
  return {
    nodes: nodes.map((node) => nodePart(chainId, node)).sort((a, b) => (a.id < b.id ? -1 : 1)),
    edges: edges.map((edge) => edgePart(chainId, edge)),
    checks,
    residual: ledgerResidual(nodes),
  };
}

/** An asset as readers name it, without the chain of its row. */
const assetIdOf = (chainId: number, asset: string | null): string | null =>
  asset === null ? null : asset.slice(`${chainId}-`.length);

function nodePart(chainId: number, {medium, node, ...amounts}: FundNode): FlowNodePart {
  const [name = node, asset = null] = node.split(' ');
  const assetId = assetIdOf(chainId, asset);
  return {
    id: nodeId(chainId, medium, node),
    medium,
    node: name,
    assetId,
    ...amounts,
    reasons: assetId === null ? reasonsOf({assetId: missing('NOT_APPLICABLE')}) : [],
  };
}

function edgePart(chainId: number, {asset, from, to, ...edge}: FundEdge): FlowEdgePart {
  const assetId = assetIdOf(chainId, asset);
  return {
    ...edge,
    from: nodeId(chainId, edge.medium, from),
    to: nodeId(chainId, edge.medium, to),
    assetId,
    reasons: assetId === null ? reasonsOf({assetId: missing('NOT_APPLICABLE')}) : [],
  };
}

function nodeId(chainId: number, medium: string, node: string): string {
  const [name = node, asset = null] = node.split(' ');
  const assetId = assetIdOf(chainId, asset);
  return assetId === null ? `${medium}:${name}` : `${medium}:${name}:${assetId}`;
}
