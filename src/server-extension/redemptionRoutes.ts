import type {EntityManager} from 'typeorm';
import type {TokenBalanceRow} from '../domain/balance';
import {derive, known, METHODOLOGY, missing, orMissing} from '../domain/methodology';
import type {StakingVaultRow} from '../domain/stakingVault';
import {aidRouteRows, aidRoutes, evidencePart, newest} from './aidRoute';
import type {RedemptionRouteAnswer} from './answers/redemptionRoute';
import {snapshotsAt, toAsOf, type AsOfPoint, type Held} from './asOf';
import {contractsAt, type ChainContract, type IndexedChain} from './chains';
import {cashOf, vaultRows, type VaultRows} from './claims';
import type {HeldBlock} from './heldBlocks';
import {reasonsOf, valuesOf} from './measured';
import {versionsAt, type VersionsAt} from './versions';

/** Every way out of AID and sAID as of a block, on every chain (metrics.md A9). */
export async function redemptionRoutes(
  em: EntityManager,
  held: Held,
  point: AsOfPoint,
): Promise<RedemptionRouteAnswer[]> {
  const snapshots = await snapshotsAt(em, held, [point]);
  const names = held.chains.flatMap((chain) => [
    ...aidRouteRows(chain),
    ...vaultRows(chain).flatMap(({vault, cash}) => [vault, ...cash]),
  ]);
  const [rows] = await versionsAt(em, names, snapshots);
  const [snapshot] = snapshots;
  if (rows === undefined || snapshot === undefined) throw new RangeError('A block without its rows.');
  return held.chains.flatMap((chain) => {
    const block = snapshot.get(chain.chainId);
    if (block === undefined) return [];
    return [...aidRoutes(chain, block, point, rows), ...vaultRoutes(chain, block, point, rows)];
  });
}

const vaultRoutes = (chain: IndexedChain, block: HeldBlock, point: AsOfPoint, rows: VersionsAt) =>
  vaultRows(chain).flatMap((names) => {
    const contract = contractsAt(chain, 'said', block.height).find(({address}) => address === names.address);
    const [aid] = contractsAt(chain, 'aid', block.height);
    return contract === undefined ? [] : [vaultRoute(contract, aid, names, point, rows)];
  });

/** Requests are paid out of the AID that the vault holds, in the order of its queue. */
function vaultRoute(
  {address, name}: ChainContract,
  aid: ChainContract | undefined,
  names: VaultRows,
  point: AsOfPoint,
  rows: VersionsAt,
): RedemptionRouteAnswer {
  const cash = cashOf(names, rows);
  const balances = names.cash.map((one) => rows.get<TokenBalanceRow>(one));
  const vault = rows.get<StakingVaultRow>(names.vault);
  const idle = aid === undefined ? missing('NO_OBSERVATION') : known(cash.held);
  const fields = {
    outputAsset: derive(orMissing(aid, 'NO_OBSERVATION'), (token) => token.address),
    outputName: derive(orMissing(aid, 'NO_OBSERVATION'), (token) => token.name),
    feeBps: missing('NO_OBSERVATION'),
    capacity: idle,
    payoutFloat: idle,
    dailyLimit: missing('NOT_APPLICABLE'),
    redeemedToday: missing('NOT_APPLICABLE'),
    remainingAllowance: missing('NOT_APPLICABLE'),
    pendingAhead: known(cash.pending),
  };
  return {
    ...{route: 'SAID', chainId: names.vault.chainId, contract: address, name},
    ...{access: 'OPEN', settlement: 'QUEUED'},
    ...valuesOf(fields),
    evidence: [
      evidencePart('access', 'EVENT', 'UnstakeRequested by any holder of shares', vault?.height ?? null),
      evidencePart('settlement', 'EVENT', 'UnstakeRequested, then UnstakeFilled', vault?.height ?? null),
      evidencePart('outputAsset', 'EVENT', 'AID transfers out of the vault', newest(...balances)),
      evidencePart('payoutFloat', 'EVENT', 'AID transfers from and to the vault', newest(...balances)),
      evidencePart('capacity', 'DERIVED', 'payoutFloat', newest(...balances)),
      evidencePart('pendingAhead', 'EVENT', 'UnstakeRequested less UnstakeFilled', vault?.height ?? null),
    ],
    reasons: reasonsOf(fields),
    asOf: toAsOf(point),
    methodologyVersion: METHODOLOGY.redemptionRoutes,
  };
}
