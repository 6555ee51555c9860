import * as erc20 from '../../abi/erc20';
import * as said from '../../abi/said';
import type {TokenBalanceRow} from '../../domain/balance';
import {contractRowId, positionRowId, requestRowId} from '../../domain/ids';
import type {StakePositionRow} from '../../domain/stakePositionRow';
import type {UnstakeRequestRow} from '../../domain/unstakeRequest';
import type {WithdrawalQueueRow} from '../../domain/withdrawalQueue';
import type {HeldRow} from '../heldState';
import {missingIds, type Scope, type Subject} from '../subject';

const {pendingAssets, openRequestOf, getUnstakeRequest, lastRequestId} = said.functions;

/** The way out of the vault: what is owed in all, to each request and to each owner, and the AID held to pay it with. */
export const queue: Subject = {
  name: 'queue',
  async audit(scope) {
    const requests = await scope.held.versions<UnstakeRequestRow>('unstakeRequest');
    const queues = await scope.held.versions<WithdrawalQueueRow>('withdrawalQueue');
    const positions = await scope.held.versions<StakePositionRow>('stakePosition');
    for (const held of queues) scope.named('withdrawalQueue', held, contractRowId(held.row.chainId, held.row.address));
    for (const held of positions) scope.named('stakePosition', held, positionRowId(held.row.vault, held.row.owner));
    for (const {address} of scope.contracts('said')) {
      const id = contractRowId(scope.network.chainId, address);
      const own = requests.filter(({key}) => key.startsWith(`${id}-`));
      const left = own.map((held) => auditRequest(scope, address, held));
      await missingIds(scope, 'unstakeRequest', {
        last: scope.ask(address, lastRequestId, {}),
        held: own.map(({row}) => row.requestId),
        rowOf: (requestId) => requestRowId(id, requestId),
      });
      const open = Promise.all(left).then((amounts) => amounts.filter((amount) => amount > 0n).length);
      auditQueue(scope, id, address, queues.find(({key}) => key === id)?.row, open);
      await auditPositions(scope, id, address, positions);
    }
  },
};

/** Of everybody who has a position or ever held the vault's shares. */
async function auditPositions(
  scope: Scope,
  id: string,
  address: string,
  positions: readonly HeldRow<StakePositionRow>[],
): Promise<void> {
  const balances = await scope.held.versions<TokenBalanceRow>('tokenBalance');
  const rows = new Map(positions.map(({key, row}) => [key, row]));
  const keys = [...rows.keys(), ...balances.map(({key}) => key)].filter((key) => key.startsWith(`${id}-`));
  for (const key of new Set(keys)) {
    const owner = key.slice(id.length + 1);
    const row = rows.get(key);
    scope.compareAll('stakePosition', key, {
      shares: [row?.shares, scope.ask(address, erc20.functions.balanceOf, {account: owner})],
      pendingAssets: [row?.pendingAssets, owedTo(scope, address, owner).then(({amount}) => amount)],
    });
  }
}

function auditQueue(
  scope: Scope,
  id: string,
  address: string,
  row: WithdrawalQueueRow | undefined,
  open: Promise<number>,
): void {
  const owed = scope.ask(address, pendingAssets, {});
  const told = owed.then((amount) => (row === undefined && amount === 0n ? null : amount));
  scope.compareAll('withdrawalQueue', id, {
    pendingAssets: [row?.pendingAssets, told],
    pendingRequests: [row?.pendingRequests ?? 0, open],
  });
  for (const aid of scope.contracts('aid').slice(0, 1)) {
    const held = scope.ask(aid.address, erc20.functions.balanceOf, {account: address});
    const known = held.then((amount) => (row === undefined && amount === 0n ? null : amount));
    scope.compareAll('withdrawalQueue', id, {
      heldAssets: [row?.heldAssets, known],
      ...(row && {'sum of flows': [sumOfFlows(row), held]}),
    });
  }
}

const sumOfFlows = (row: WithdrawalQueueRow): bigint =>
  row.cumulativeDeposited +
  row.cumulativeReturned +
  row.cumulativeRevenue -
  row.cumulativeDeployed -
  row.cumulativePaidOut;

/** @returns what the chain still owes to the request; the contract knows one open request of each owner */
function auditRequest(scope: Scope, address: string, held: HeldRow<UnstakeRequestRow>): Promise<bigint> {
  const {key, row} = held;
  scope.named('unstakeRequest', held, requestRowId(row.vault, row.requestId));
  const owed = owedTo(scope, address, row.owner);
  const remaining = owed.then(({requestId, amount}) => (requestId === row.requestId ? amount : 0n));
  scope.compareAll('unstakeRequest', key, {
    assetsRemaining: [row.assetsRemaining, remaining],
    assetsPaid: [row.assetsPaid, remaining.then((amount) => row.assetsQuoted - amount)],
    status: [row.status, remaining.then((amount) => statusOf(amount, row.assetsQuoted))],
    requestedAt: [
      row.requestedAt,
      owed.then(({requestId, at}) => (requestId === row.requestId ? Number(at) : row.requestedAt)),
    ],
  });
  return remaining;
}

function statusOf(remaining: bigint, quoted: bigint): UnstakeRequestRow['status'] {
  if (remaining === 0n) return 'SETTLED';
  return remaining === quoted ? 'PENDING' : 'PARTIALLY_FILLED';
}

interface Owed {
  readonly requestId: bigint;
  readonly amount: bigint;
  readonly at: bigint;
}

async function owedTo(scope: Scope, address: string, owner: string): Promise<Owed> {
  const [requestId, {requestTime, pendingAssets_}] = await Promise.all([
    scope.ask(address, openRequestOf, {owner}),
    scope.ask(address, getUnstakeRequest, {owner}),
  ]);
  return {requestId, amount: pendingAssets_, at: requestTime};
}
