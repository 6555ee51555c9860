import type {EntityManager} from 'typeorm';
import type {TokenBalanceRow} from '../domain/balance';
import {balanceRowId, hex32, positionRowId} from '../domain/ids';
import type {StakePositionRow} from '../domain/stakePosition';
import type {StakingVaultRow} from '../domain/stakingVault';
import type {UnstakeRequestRow} from '../domain/unstakeRequest';
import type {AsOfPoint} from './asOf';
import {contractsOf, type IndexedChain} from './chains';
import {mainToken} from './usageToken';
import {versionsAt, type RowName} from './versions';

/** The state rows of an account as of a block. */
export interface AccountRows {
  readonly aid: TokenBalanceRow | undefined;
  readonly said: TokenBalanceRow | undefined;
  /** By asset id */
  readonly assets: ReadonlyMap<string, TokenBalanceRow>;
  readonly position: StakePositionRow | undefined;
  readonly vault: StakingVaultRow | undefined;
  readonly requests: readonly UnstakeRequestRow[];
}

/** Current rows tell which rows an account has; what they say is read from their versions. */
export async function accountRows(
  em: EntityManager,
  chain: IndexedChain,
  account: string,
  point: AsOfPoint,
): Promise<AccountRows> {
  const {chainId} = chain;
  const owned = await em.query<{projection: string; key: string}[]>(
    `SELECT 'tokenBalance' AS projection, id AS key FROM token_balance
     WHERE chain_id = $1 AND account = $2 AND token_id IS NOT NULL
     UNION ALL SELECT 'unstakeRequest', id FROM unstake_request WHERE chain_id = $1 AND owner = $2`,
    [chainId, account],
  );
  const [aid, said] = [mainToken(chain, 'AID'), mainToken(chain, 'SAID')];
  const name = (projection: string, key: string | undefined): RowName => ({chainId, projection, key: key ?? ''});
  const names = {
    aid: name('tokenBalance', aid && balanceRowId(aid.id, account)),
    said: name('tokenBalance', said && balanceRowId(said.id, account)),
    position: name('stakePosition', said && positionRowId(said.id, account)),
    vault: name('stakingVault', said?.id),
  };
  const rows = owned.map(({projection, key}) => name(projection, key));
  const [versions] = await versionsAt(em, [...Object.values(names), ...rows], [new Map([[chainId, point]])]);
  const read = <R>(row: RowName): R | undefined => versions?.get<R>(row)?.row;
  const all = <R>(projection: string): R[] =>
    rows.filter((row) => row.projection === projection).flatMap((row) => read<R>(row) ?? []);
  const assetTokens = contractsOf(chain, 'assetToken').map(({address}) => address);
  const assets = all<TokenBalanceRow>('tokenBalance')
    .filter(({token}) => assetTokens.some((address) => token.includes(address)))
    .map((row) => [hex32(row.tokenId ?? 0n), row] as const);
  return {
    aid: read(names.aid),
    said: read(names.said),
    assets: new Map(assets),
    position: read(names.position),
    vault: read(names.vault),
    requests: all<UnstakeRequestRow>('unstakeRequest').sort((a, b) => (a.requestId > b.requestId ? -1 : 1)),
  };
}
