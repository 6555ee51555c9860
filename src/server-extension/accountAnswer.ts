import type {EntityManager} from 'typeorm';
import {costBasis, realizedYield, stakeValue, unrealizedYield} from '../domain/accountValue';
import type {TokenBalanceRow} from '../domain/balance';
import {derive, known, METHODOLOGY, missing, orMissing, type Measured} from '../domain/methodology';
import type {UnstakeRequestRow} from '../domain/unstakeRequest';
import {accountRows, type AccountRows} from './accountRows';
import {paymentsFrom, payoutsTo, type PaidByAsset} from './accountSums';
import type {AccountAnswer, AccountBalancePart, AccountRequestPart, AccountRevenuePart} from './answers/account';
import {toAsOf, type AsOfPoint} from './asOf';
import {contractsOf, type IndexedChain} from './chains';
import {instant} from './heldBlocks';
import {knownAccounts} from './knownAccounts';
import {reasonsOf, valuesOf} from './measured';
import {servicesOf} from './usagePayments';
import {mainToken} from './usageToken';

/** Everything known of an account of a chain as of a block; one that was never seen has zeros where zero is exact. */
export async function accountAnswer(
  em: EntityManager,
  chain: IndexedChain,
  point: AsOfPoint,
  address: string,
): Promise<AccountAnswer> {
  const rows = await accountRows(em, chain, address, point);
  const payouts = await payoutsTo(em, address, point);
  const aid = mainToken(chain, 'AID');
  const payments = aid === undefined ? [] : await paymentsFrom(em, aid.id, address, servicesOf(chain), point);
  const named = knownAccounts(chain).find((account) => account.address === address);
  const fields = {
    labelClass: orMissing(named?.class, 'NOT_APPLICABLE'),
    labelName: orMissing(named?.name, 'NOT_APPLICABLE'),
    role: orMissing(named?.role, 'NOT_APPLICABLE'),
    ...stakeFields(rows, mainToken(chain, 'SAID') !== undefined),
  };
  return {
    address,
    ...valuesOf(fields),
    balances: balanceParts(chain, rows),
    requests: rows.requests.map(requestPart),
    assetTokens: revenueParts(rows, payouts),
    payments,
    reasons: reasonsOf(fields),
    asOf: toAsOf(point),
    methodologyVersion: METHODOLOGY.account,
  };
}

/** What the stake of an account is, in AID wei; nothing of it applies to a chain without a vault. */
function stakeFields({said, position, vault}: AccountRows, hasVault: boolean) {
  const applicable = <T>(value: Measured<T>): Measured<T> => (hasVault ? value : missing('NOT_APPLICABLE'));
  const shares = said?.balance ?? 0n;
  const value = stakeValue(shares, vault);
  const cost = costBasis(position);
  return {
    shares: applicable(known(shares)),
    stakingValue: applicable(value.staking),
    unstakingValue: applicable(value.unstaking),
    costBasis: applicable(cost),
    realizedYield: applicable(realizedYield(position)),
    unrealizedYield: applicable(unrealizedYield(value.staking, cost)),
    unrealizedYieldAtExit: applicable(unrealizedYield(value.unstaking, cost)),
    staked: applicable(known(position?.cumulativeStaked ?? 0n)),
    unstaked: applicable(known(position?.cumulativeUnstaked ?? 0n)),
    unstakePaid: applicable(known(position?.cumulativePaid ?? 0n)),
    unstakePending: applicable(known(position?.pendingAssets ?? 0n)),
  };
}

function balanceParts(chain: IndexedChain, {aid, said, assets}: AccountRows): AccountBalancePart[] {
  const main = [
    ['AID', aid],
    ['SAID', said],
  ] as const;
  const assetToken = contractsOf(chain, 'assetToken').at(-1)?.address ?? '';
  return [
    ...main.flatMap(([name, row]) => {
      const token = mainToken(chain, name);
      return token === undefined ? [] : [balancePart(name, token.address, row)];
    }),
    ...[...assets].sort(([a], [b]) => (a < b ? -1 : 1)).map(([assetId, row]) => balancePart(assetId, assetToken, row)),
  ];
}

/** Without a row the account never had any of the token: zeros are exact. */
function balancePart(token: string, address: string, row: TokenBalanceRow | undefined): AccountBalancePart {
  const movedAt = derive(orMissing(row?.movedAt, 'NO_OBSERVATION'), instant);
  return {
    token,
    address,
    balance: row?.balance ?? 0n,
    received: row?.cumulativeReceived ?? 0n,
    sent: row?.cumulativeSent ?? 0n,
    movedAt: movedAt.value,
    reasons: reasonsOf({movedAt}),
  };
}

function requestPart(row: UnstakeRequestRow): AccountRequestPart {
  const {requestId, status, shares, assetsQuoted, assetsPaid, assetsRemaining} = row;
  const settledAt = derive(orMissing(row.settledAt, 'NOT_APPLICABLE'), instant);
  return {
    requestId,
    status,
    shares,
    assetsQuoted,
    assetsPaid,
    assetsRemaining,
    requestedAt: instant(row.requestedAt),
    settledAt: settledAt.value,
    reasons: reasonsOf({settledAt}),
  };
}

function revenueParts({assets}: AccountRows, payouts: ReadonlyMap<string, PaidByAsset>): AccountRevenuePart[] {
  const ids = [...new Set([...assets.keys(), ...payouts.keys()])].sort();
  return ids.map((assetId) => ({
    assetId,
    balance: assets.get(assetId)?.balance ?? 0n,
    ...(payouts.get(assetId) ?? {paid: 0n, count: 0}),
  }));
}
