import {accountsIn} from '../../domain/tokenActivity';
import {bucketOf, INTERVALS} from '../../domain/bucket';
import {ZERO_ADDRESS} from '../../domain/ids';
import {supplySecondsAt, type TokenRow} from '../../domain/token';
import {decodeRow} from '../../domain/version';
import type {TransferRow} from '../../domain/transfer';
import {custodyTransfer} from '../../projections/custody';
import {computeAssetEvent} from '../../projections/asset';
import {stakingVault} from '../../projections/staking';
import {supplyCause} from '../../projections/supply';
import {paymentReference, token, tokenBalance, transfer} from '../../projections/token';
import {AID} from '../given';
import {world} from './history';
import {law} from './law';
import {machineAfter, type Machine} from './machine';

/** The sum of amounts by what they moved for. */
function byCause(rows: readonly {readonly cause: string | null; readonly amount: bigint}[]): Map<string, bigint> {
  const sums = new Map<string, bigint>();
  for (const {cause, amount} of rows) if (cause !== null) sums.set(cause, (sums.get(cause) ?? 0n) + amount);
  return withoutNothing(sums);
}

const withoutNothing = (sums: ReadonlyMap<string, bigint>): Map<string, bigint> =>
  new Map([...sums].filter(([, amount]) => amount !== 0n));

law('AID moves for what the chain moved it, and OTHER is what no log explains', world, ({events, aid}) => {
  const rows = machineAfter(events).rows(transfer);
  expect(byCause(rows)).toEqual(withoutNothing(aid.movedFor));
  expect(rows.filter(({cause, token: id}) => ((cause === null) !== id.endsWith(AID.address)) === false)).toEqual([]);
});

law('stablecoins move for what the chain moved them', world, ({events, treasury}) => {
  const rows = machineAfter(events).rows(custodyTransfer);
  expect(byCause(rows.map((row) => ({...row, amount: row.amountUsd})))).toEqual(withoutNothing(treasury.paidFor));
});

law('what moved for an asset is what its own events say', world, ({events}) => {
  const machine = machineAfter(events);
  const told = machine.rows(computeAssetEvent);
  const sum = (rows: readonly {amount: bigint | null}[]): bigint =>
    rows.reduce((total, {amount}) => total + (amount ?? 0n), 0n);
  for (const asset of new Set(told.map((row) => row.asset))) {
    const of = (type: string) => sum(told.filter((row) => row.asset === asset && row.type === type));
    for (const rows of [machine.rows(transfer), machine.rows(custodyTransfer)]) {
      const moved = rows
        .filter((row) => row.asset === asset)
        .map((row) => ({...row, amount: 'amountUsd' in row ? row.amountUsd : row.amount}));
      const back = moved.filter(({cause}) => cause === 'CAPITAL_RETURN');
      expect([
        sum(moved.filter(({cause}) => cause === 'DEPLOYMENT')),
        sum(moved.filter(({cause}) => cause === 'REVENUE')),
        sum(back.map(({principal}) => ({amount: principal}))),
      ]).toEqual([of('CapitalDeployed'), of('RevenueReceived'), of('CapitalReturned')]);
    }
  }
});

law('AID that moved for stakes and exits is what the vault counts', world, ({events}) => {
  const machine = machineAfter(events);
  const sums = byCause(machine.rows(transfer));
  const [vault] = machine.rows(stakingVault);
  expect([sums.get('STAKE') ?? 0n, sums.get('UNSTAKE') ?? 0n]).toEqual([
    vault?.cumulativeStaked ?? 0n,
    vault?.cumulativePaid ?? 0n,
  ]);
});

const transfersOf = (machine: Machine, {id}: TokenRow): TransferRow[] =>
  machine.rows(transfer).filter((row) => row.token === id);

law('squares, volume and supply over time are those of a recount', world, ({events}) => {
  const machine = machineAfter(events);
  const end = events.at(-1)?.meta.at ?? 0;
  for (const row of machine.rows(token)) {
    const balances = machine.rows(tokenBalance).filter((one) => one.token === row.id);
    const moves = transfersOf(machine, row);
    const volume = moves.filter(({from, to}) => from !== ZERO_ADDRESS && to !== ZERO_ADDRESS && from !== to);
    let [supply, seconds, since] = [0n, 0n, 0];
    for (const {from, to, amount, at} of moves) {
      seconds += supply * BigInt(at - since);
      supply += (from === ZERO_ADDRESS ? amount : 0n) - (to === ZERO_ADDRESS ? amount : 0n);
      since = at;
    }
    expect([row.sumOfSquares, row.cumulativeTransferred, supplySecondsAt(row, end)]).toEqual([
      balances.reduce((sum, {balance}) => sum + balance * balance, 0n),
      volume.reduce((sum, {amount}) => sum + amount, 0n),
      seconds + supply * BigInt(end - since),
    ]);
  }
});

law('active accounts are the distinct senders and receivers of the hour, day, week and month', world, ({events}) => {
  const machine = machineAfter(events);
  const moves = machine.rows(transfer).filter(({amount}) => amount > 0n);
  for (const version of machine.versions.filter(({projection}) => projection === token.name)) {
    const row = decodeRow<TokenRow>(JSON.parse(version.row));
    const known = moves.filter((move) => move.token === row.id && move.height <= version.height);
    for (const interval of INTERVALS) {
      const {start} = bucketOf(version.at, interval);
      const accounts = new Set(known.filter(({at}) => at >= start).flatMap(({from, to}) => [from, to]));
      accounts.delete(ZERO_ADDRESS);
      expect(accountsIn(row, interval, start)).toBe(accounts.size);
    }
  }
});

/** The distributor is paid costs besides revenue, for which AID is minted the same way. */
const supplyCauseOf = (cause: string): string => ({PASS_THROUGH: 'REVENUE', OTHER: 'UNCLASSIFIED'})[cause] ?? cause;

law('what is minted and burned for a cause is what the ledger of the supply says', world, ({events}) => {
  const machine = machineAfter(events);
  const [ledger] = machine.rows(supplyCause);
  const moves = machine.rows(transfer).filter(({cause}) => cause !== null);
  for (const [cause, {minted, burned}] of Object.entries(ledger?.causes ?? {})) {
    const own = moves.filter((row) => supplyCauseOf(row.cause ?? '') === cause);
    const sum = (rows: readonly TransferRow[]): string => `${rows.reduce((all, {amount}) => all + amount, 0n)}`;
    const mints = own.filter(({from}) => from === ZERO_ADDRESS);
    const burns = own.filter(({to}) => to === ZERO_ADDRESS);
    expect([cause, sum(mints), sum(burns)]).toEqual([cause, minted, burned]);
  }
});

law('a reference belongs to a transfer of its amount', world, ({events}) => {
  const machine = machineAfter(events);
  const moves = machine.rows(transfer);
  for (const {from, to, amount, txHash} of machine.rows(paymentReference)) {
    expect(moves.filter((row) => row.txHash === txHash)).toContainEqual(expect.objectContaining({from, to, amount}));
  }
});
