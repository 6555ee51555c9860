import * as multi from '../abi/assetToken';
import * as erc20 from '../abi/erc20';
import type {TokenBalanceRow} from '../domain/balance';
import {ZERO_ADDRESS} from '../domain/ids';
import type {HeldRow} from './heldState';
import type {Scope} from './subject';

/** A token, or an id of an ERC-1155. */
export interface TokenKey {
  readonly address: string;
  readonly tokenId: bigint | null;
}

/** Somebody who has a balance row or took part in a transfer. */
export interface Account {
  readonly account: string;
  /** Received less sent, by the transfers held; in the token's smallest unit */
  readonly moved: bigint;
}

/** Everybody who ever held a token, by rows and by transfers, by the token's id. */
export async function accountsOf(
  scope: Scope,
  balances: readonly HeldRow<TokenBalanceRow>[],
): Promise<Map<string, Account[]>> {
  const moved = await scope.held.facts<{token: string; account: string; moved: string}>(
    `SELECT t.token, a.account, sum(a.amount)::text AS moved
     FROM transfer t CROSS JOIN LATERAL (VALUES (t.from, -t.amount), (t.to, t.amount)) a(account, amount)
     WHERE t.chain_id = $1 AND t.height <= $2 AND a.account <> $3 GROUP BY 1, 2`,
    ZERO_ADDRESS,
  );
  const accounts = new Map<string, Account[]>();
  const add = (token: string, account: Account): void => {
    const known = accounts.get(token) ?? [];
    known.push(account);
    accounts.set(token, known);
  };
  const seen = new Set<string>();
  for (const {token, account, moved: amount} of moved) {
    seen.add(`${token}-${account}`);
    add(token, {account, moved: BigInt(amount)});
  }
  for (const {key} of balances) {
    const end = key.lastIndexOf('-');
    if (!seen.has(key)) add(key.slice(0, end), {account: key.slice(end + 1), moved: 0n});
  }
  return accounts;
}

export const supplyOf = (scope: Scope, {address, tokenId}: TokenKey): Promise<bigint> =>
  tokenId === null
    ? scope.ask(address, erc20.functions.totalSupply, {})
    : scope.ask(address, multi.functions['totalSupply(uint256)'], {id: tokenId});

export const balanceOf = (scope: Scope, {address, tokenId}: TokenKey, account: string): Promise<bigint> =>
  tokenId === null
    ? scope.ask(address, erc20.functions.balanceOf, {account})
    : scope.ask(address, multi.functions.balanceOf, {account, id: tokenId});
