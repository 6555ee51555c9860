import type {EventOf} from '../../domain/event';
import {SUPPLY_CAUSES, type SupplyCause} from '../../domain/supplyCause';
import {bridgeTransfer, supplyCause, supplyChange} from '../../projections/supply';
import {token} from '../../projections/token';
import {AID} from '../given';
import {blocksOf, world} from './history';
import {law} from './law';
import {Machine, machineAfter} from './machine';
import type {World} from './world';

type Sums = Record<string, readonly [minted: bigint, burned: bigint]>;

/** Minted and burned by cause, by what the logs say and the model's own books. */
function causesOf({events, aid, issuance}: World): Sums {
  const mints = events.filter((event): event is EventOf<'AidMinted'> => event.type === 'AidMinted');
  const mintedBy = (isCause: (role: string | null) => boolean): bigint =>
    mints.filter(({callerRole}) => isCause(callerRole)).reduce((sum, {aidOut}) => sum + aidOut, 0n);
  const burnedBy = (type: 'AidRedeemed' | 'CapitalDeployed'): bigint =>
    events.reduce((sum, one) => {
      if (one.type !== type) return sum;
      return sum + (one.type === 'AidRedeemed' ? one.aidIn : one.type === 'CapitalDeployed' ? one.amount : 0n);
    }, 0n);
  const {flash, bridged, migrated} = issuance;
  const explained: Sums = {
    DEPOSIT: [mintedBy((role) => role === null), 0n],
    CAPITAL_RETURN: [mintedBy((role) => role === 'said'), 0n],
    REVENUE: [mintedBy((role) => role === 'revenueDistributor'), 0n],
    REDEMPTION: [0n, burnedBy('AidRedeemed')],
    DEPLOYMENT: [0n, burnedBy('CapitalDeployed')],
    FLASH_MINT: [flash.minted, flash.burned],
    BRIDGE: [bridged.minted, bridged.burned],
    MIGRATION: [migrated.minted, migrated.burned],
  };
  const total = Object.values(explained).reduce(([m, b], [minted, burned]) => [m + minted, b + burned], [0n, 0n]);
  return {...explained, UNCLASSIFIED: [aid.minted - total[0], aid.burned - total[1]]};
}

law('every mint and burn has one cause, that of the log that explains it; the rest is shown', world, (played) => {
  const [row] = machineAfter(played.events).rows(supplyCause);
  if (row === undefined) return;
  const sums = SUPPLY_CAUSES.map((cause) => {
    const {minted, burned} = row.causes[cause];
    return [cause, [BigInt(minted), BigInt(burned)]] as const;
  });
  expect(Object.fromEntries(sums)).toEqual(causesOf(played));
});

law('the causes sum to the change of supply in every block, in the books and in the ledger', world, ({events}) => {
  const machine = new Machine();
  for (const block of blocksOf(events)) {
    machine.run(block);
    const aid = machine.rows(token).find(({role}) => role === AID.role);
    const [row] = machine.rows(supplyCause);
    const net = Object.values(row?.causes ?? {}).reduce(
      (sum, one) => sum + BigInt(one.minted) - BigInt(one.burned),
      0n,
    );
    expect(net).toBe(aid?.totalSupply ?? 0n);
    const entries = machine.rows(supplyChange);
    expect(entries.reduce((sum, {minted, burned}) => sum + minted - burned, 0n)).toBe(aid?.totalSupply ?? 0n);
    for (const cause of SUPPLY_CAUSES) {
      expect([cause, ...sumOf(entries.filter((one) => one.cause === cause))]).toEqual([
        cause,
        BigInt(row?.causes[cause].minted ?? 0),
        BigInt(row?.causes[cause].burned ?? 0),
      ]);
    }
  }
});

const sumOf = (entries: readonly {minted: bigint; burned: bigint}[]): [bigint, bigint] =>
  entries.reduce<[bigint, bigint]>(([m, b], {minted, burned}) => [m + minted, b + burned], [0n, 0n]);

law('nothing is explained twice: no transaction has less than nothing unexplained', world, ({events}) => {
  const byTransaction = new Map<string, {cause: string; minted: bigint; burned: bigint}[]>();
  for (const entry of machineAfter(events).rows(supplyChange)) {
    byTransaction.set(entry.txHash, [...(byTransaction.get(entry.txHash) ?? []), entry]);
  }
  const negative = [...byTransaction.values()].filter((entries) => {
    const [minted, burned] = sumOf(entries.filter(({cause}) => cause === 'UNCLASSIFIED'));
    return minted < 0n || burned < 0n;
  });
  expect(negative).toEqual([]);
});

law('a flash mint nets to less its fee in its transaction', world, ({events}) => {
  const entries = machineAfter(events)
    .rows(supplyChange)
    .filter(({cause}) => cause === ('FLASH_MINT' satisfies SupplyCause));
  const flashes = events.filter((event): event is EventOf<'FlashMinted'> => event.type === 'FlashMinted');
  expect(entries.map(({account, minted, burned}) => ({account, minted, fee: burned - minted}))).toEqual(
    flashes.map(({to, amount}) => ({account: to, minted: amount, fee: (amount * 5n + 9_999n) / 10_000n})),
  );
});

law('every end of a bridge message is kept once', world, ({events, issuance}) => {
  const legs = machineAfter(events).rows(bridgeTransfer);
  const of = (direction: string) => legs.filter((leg) => leg.direction === direction);
  expect(of('SENT').reduce((sum, {burned}) => sum + (burned ?? 0n), 0n)).toBe(issuance.bridged.burned);
  expect(of('RECEIVED').reduce((sum, {amount}) => sum + amount, 0n)).toBe(issuance.bridged.minted);
  expect(legs).toHaveLength(events.filter(({type}) => type === 'BridgeSent' || type === 'BridgeReceived').length);
});
