import type {TokenBalanceRow} from '../../domain/balance';
import {balanceRowId, tokenRowId} from '../../domain/ids';
import type {TokenRow} from '../../domain/token';
import type {HeldRow} from '../heldState';
import type {Scope, Subject} from '../subject';
import {accountsOf, balanceOf, supplyOf, type Account, type TokenKey} from '../tokenViews';

/**
 * Supply and every balance of AID, sAID and the asset tokens: of all who have a row or are named by a transfer, so that
 * a row that is missing is found; and the sums over them, so that an account that nobody names is.
 */
export const holdings: Subject = {
  name: 'holdings',
  async audit(scope) {
    const tokens = await scope.held.versions<TokenRow>('token');
    const balances = await scope.held.versions<TokenBalanceRow>('tokenBalance');
    const accounts = await accountsOf(scope, balances);
    const tokenRows = new Map(tokens.map((held) => [held.key, held]));
    const rows = new Map(balances.map((held) => [held.key, held]));
    for (const held of balances) scope.named('tokenBalance', held, balanceRowId(held.row.token, held.row.account));
    for (const token of new Set([...(await namedTokens(scope)), ...tokenRows.keys(), ...accounts.keys()])) {
      const key = keyOf(token);
      const answers = (accounts.get(token) ?? []).map((account) => auditAccount(scope, token, key, account, rows));
      auditToken(scope, token, key, tokenRows.get(token), answers);
    }
  },
};

interface Balance {
  readonly held: bigint;
  readonly answer: Promise<bigint>;
}

function auditAccount(
  scope: Scope,
  token: string,
  key: TokenKey,
  {account, moved}: Account,
  rows: ReadonlyMap<string, HeldRow<TokenBalanceRow>>,
): Balance {
  const id = balanceRowId(token, account);
  const row = rows.get(id)?.row;
  const answer = balanceOf(scope, key, account);
  scope.compareAll('tokenBalance', id, {
    balance: [row?.balance, answer],
    ...(row && {'cumulativeReceived - cumulativeSent': [row.cumulativeReceived - row.cumulativeSent, answer]}),
  });
  scope.compare({projection: 'transfer', row: id, field: 'sum of amounts'}, moved, answer);
  return {held: row?.balance ?? 0n, answer};
}

function auditToken(
  scope: Scope,
  token: string,
  key: TokenKey,
  held: HeldRow<TokenRow> | undefined,
  balances: readonly Balance[],
): void {
  const supply = supplyOf(scope, key);
  const sum = balances.reduce((all, one) => all + one.held, 0n);
  scope.compare({projection: 'tokenBalance', row: token, field: 'sum of balances'}, sum, supply);
  if (held === undefined) {
    // A token that nobody has moved yet has no row.
    const told = supply.then((amount) => (amount === 0n && balances.length === 0 ? null : amount));
    scope.compare({projection: 'token', row: token, field: 'totalSupply'}, null, told);
    return;
  }
  const {row} = held;
  const answers = Promise.all(balances.map(({answer}) => answer));
  const holders = answers.then((amounts) => amounts.filter((amount) => amount > 0n).length);
  const squares = answers.then((amounts) => amounts.reduce((all, amount) => all + amount * amount, 0n));
  scope.named('token', held, tokenRowId(scope.network.chainId, row.address, row.tokenId));
  scope.compareAll('token', held.key, {
    totalSupply: [row.totalSupply, supply],
    'cumulativeMinted - cumulativeBurned': [row.cumulativeMinted - row.cumulativeBurned, supply],
    holderCount: [row.holderCount, holders],
    sumOfSquares: [row.sumOfSquares, squares],
  });
}

/** Ids of the tokens that are known without a row: AID, sAID and the token of every registered asset. */
async function namedTokens(scope: Scope): Promise<string[]> {
  const {chainId} = scope.network;
  const own = new Set(scope.contracts('assetToken').map(({address}) => address));
  const assets = await scope.held.versions<{assetId: string; token: string}>('computeAsset');
  return [
    ...scope.contracts('aid', 'said').map(({address}) => tokenRowId(chainId, address, null)),
    ...assets.filter(({row}) => own.has(row.token)).map(({row}) => tokenRowId(chainId, row.token, BigInt(row.assetId))),
  ];
}

/** What a token row's id names: `<chain>-<address>` and, of an ERC-1155, `-<id>`. */
function keyOf(token: string): TokenKey {
  const [, address = '', id] = token.split('-');
  return {address, tokenId: id === undefined ? null : BigInt(id)};
}
