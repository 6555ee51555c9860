import type {EntityManager} from 'typeorm';
import {balanceRowId, contractRowId} from '../domain/ids';
import type {Claims} from '../domain/liquidity';
import {known, missing, type Measured} from '../domain/methodology';
import type {StakingVaultRow} from '../domain/stakingVault';
import type {TokenBalanceRow} from '../domain/balance';
import type {Held} from './asOf';
import type {BackingAt} from './backingAt';
import {contractsOf, type IndexedChain} from './chains';
import {versionsAt, type RowName, type Snapshot, type VersionsAt} from './versions';

/** What the vaults of a chain hold and owe, AID wei. */
export interface VaultCash {
  /** AID of its balance; exactly 0 where none ever reached it */
  readonly held: bigint;
  readonly pending: bigint;
  readonly vault: StakingVaultRow | undefined;
}

/** Where a vault and its AID are kept. */
export interface VaultRows {
  readonly address: string;
  readonly vault: RowName;
  readonly cash: readonly RowName[];
}

export function vaultRows(chain: IndexedChain): VaultRows[] {
  const {chainId} = chain;
  const tokens = new Set(contractsOf(chain, 'aid').map(({address}) => address));
  const vaults = new Set(contractsOf(chain, 'said').map(({address}) => address));
  return [...vaults].map((vault) => ({
    address: vault,
    vault: {chainId, projection: 'stakingVault', key: contractRowId(chainId, vault)},
    cash: [...tokens].map((token) => ({
      chainId,
      projection: 'tokenBalance',
      key: balanceRowId(contractRowId(chainId, token), vault),
    })),
  }));
}

/** For each snapshot the cash and debts of every vault of the chains. */
export async function vaultCashAt(
  em: EntityManager,
  chains: readonly IndexedChain[],
  snapshots: readonly Snapshot[],
): Promise<VaultCash[][]> {
  const named = chains.flatMap(vaultRows);
  const versions = await versionsAt(
    em,
    named.flatMap(({vault, cash}) => [vault, ...cash]),
    snapshots,
  );
  return versions.map((rows) => named.map((names) => cashOf(names, rows)));
}

export function cashOf({vault: name, cash}: VaultRows, rows: VersionsAt): VaultCash {
  const vault = rows.get<StakingVaultRow>(name)?.row;
  const held = cash.reduce((sum, one) => sum + (rows.get<TokenBalanceRow>(one)?.row.balance ?? 0n), 0n);
  return {held, pending: vault?.pendingAssets ?? 0n, vault};
}

/** For each backing what may ask for its money; missing while a chain's supply is unknown. */
export async function claimsAt(em: EntityManager, held: Held, ats: readonly BackingAt[]): Promise<Measured<Claims>[]> {
  const cash = await vaultCashAt(
    em,
    held.chains,
    ats.map(({snapshot}) => snapshot),
  );
  return ats.map(({liabilities}, index) => {
    if (liabilities === null) return missing('PARTIAL');
    const vaults = cash[index] ?? [];
    const inVaults = vaults.reduce((sum, one) => sum + one.held, 0n);
    const pending = vaults.reduce((sum, one) => sum + one.pending, 0n);
    return known({pending, freeSupply: liabilities - inVaults, liabilities});
  });
}
