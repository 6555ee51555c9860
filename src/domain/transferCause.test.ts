import {
  AID,
  ALICE,
  assetIdOf,
  BOB,
  BRIDGE,
  CAROL,
  DISTRIBUTOR,
  event,
  MINTER,
  movement,
  SAID,
  USDC,
} from '../test/given';
import type {EventFields, EventType} from './event';
import {assetRowId, logRecordId, ZERO_ADDRESS} from './ids';
import {transferFact, type TransferRow} from './transfer';
import {evolveCause, explainedKeys, type CauseEvent} from './transferCause';

const ASSET = assetIdOf('GPU-1');
const asset = assetRowId(31337, ASSET);

/** An AID transfer in log 0 of a transaction. */
const moved = (from: string, to: string, amount: bigint, by = AID): TransferRow =>
  transferFact(event('TokenTransferred', movement(from, to, amount), {by, tx: 0}), () => undefined);

/** A later log of the same transaction. */
const told = <T extends EventType>(type: T, fields: EventFields[T], by = SAID, tx = 0): CauseEvent =>
  event(type, fields, {by, logIndex: 2, tx}) as unknown as CauseEvent;

const minted = (callerRole: string | null, recipient: string, aidOut: bigint): CauseEvent =>
  told(
    'AidMinted',
    {caller: ALICE, callerRole, recipient, collateral: USDC.address, collateralIn: 1n, aidOut, fee: 0n},
    MINTER,
  );
const staked = told('Staked', {owner: BOB, assets: 7n, shares: 6n});
const legs = {passThrough: 10n, protocolFee: 1n, performanceFee: 5n, reserveContribution: 4n, netToVault: 60n};
const distributed = (fields: object = {}): CauseEvent =>
  told(
    'RevenueDistributed',
    {assetId: ASSET, epoch: 1n, gross: 80n, ...legs, paidToHolders: 0n, dust: 1n, ...fields},
    DISTRIBUTOR,
  );

test.each<[string, TransferRow, CauseEvent[]]>([
  ['DEPOSIT', moved(ZERO_ADDRESS, ALICE, 7n), [minted(null, ALICE, 7n)]],
  ['CAPITAL_RETURN', moved(ZERO_ADDRESS, SAID.address, 7n), [minted('said', SAID.address, 7n)]],
  [
    'REDEMPTION',
    moved(ALICE, ZERO_ADDRESS, 7n),
    [
      told('AidRedeemed', {
        ...{owner: ALICE, receiver: BOB, collateral: USDC.address, aidIn: 7n, collateralOut: 1n},
        fee: 0n,
      }),
    ],
  ],
  ['MIGRATION', moved(ZERO_ADDRESS, ALICE, 7n), [told('AidMigrated', {user: ALICE, aidAlpha: BOB, amount: 1n})]],
  [
    'BRIDGE',
    moved(ALICE, ZERO_ADDRESS, 7n),
    [told('BridgeSent', {guid: '0x', dstEid: 1, from: ALICE, amountSent: 7n, amountReceived: 6n}, BRIDGE)],
  ],
  [
    'BRIDGE',
    moved(ZERO_ADDRESS, ALICE, 7n),
    [told('BridgeReceived', {guid: '0x', srcEid: 1, to: ALICE, amount: 7n}, BRIDGE)],
  ],
  ['FLASH_MINT', moved(ZERO_ADDRESS, ALICE, 7n), [told('FlashMinted', {to: ALICE, amount: 7n}, AID)]],
  ['FLASH_MINT', moved(ALICE, ZERO_ADDRESS, 8n), [told('FlashMinted', {to: ALICE, amount: 7n}, AID)]],
  ['STAKE', moved(ALICE, SAID.address, 7n), [staked]],
  [
    'UNSTAKE',
    moved(SAID.address, ALICE, 7n),
    [told('UnstakeFilled', {requestId: 1n, owner: ALICE, cycleId: 0n, assetsPaid: 7n, assetsRemaining: 0n})],
  ],
  ['PASS_THROUGH_PAID', moved(DISTRIBUTOR.address, BOB, 10n), [distributed()]],
  ['FEES_PAID', moved(DISTRIBUTOR.address, BOB, 6n), [distributed()]],
  ['PAID_TO_VAULT', moved(DISTRIBUTOR.address, SAID.address, 61n), [distributed()]],
  [
    'PAID_TO_HOLDER',
    moved(DISTRIBUTOR.address, CAROL, 10n),
    [told('RevenuePaid', {assetId: ASSET, epoch: 1n, holder: CAROL, amount: 10n}, DISTRIBUTOR), distributed()],
  ],
  [
    'RESERVE_DRAWN',
    moved(DISTRIBUTOR.address, BOB, 7n),
    [told('ReserveFundDrawn', {assetId: ASSET, to: BOB, amount: 7n}, DISTRIBUTOR)],
  ],
])('%s is what a later log of the transaction says', (cause, transfer, logs) => {
  const after = logs.reduce<TransferRow | undefined>((row, log) => evolveCause(row, log), transfer);
  expect(after).toMatchObject({cause, causeRecord: logRecordId(31337, 1, 2)});
});

test('what the vault and the distributor got names its asset, and the part that repays principal', () => {
  const back = evolveCause(moved(ZERO_ADDRESS, SAID.address, 9n), minted('said', SAID.address, 9n));
  const returned = told('CapitalReturned', {assetId: ASSET, principal: 7n, income: 2n});
  expect(evolveCause(back, returned)).toMatchObject({cause: 'CAPITAL_RETURN', asset, principal: 7n});
  const revenue = evolveCause(
    moved(ZERO_ADDRESS, DISTRIBUTOR.address, 9n),
    minted('revenueDistributor', DISTRIBUTOR.address, 9n),
  );
  const received = (kind: 'REVENUE' | 'PASS_THROUGH'): CauseEvent =>
    told(
      'RevenueReceived',
      {assetId: ASSET, payer: BOB, currency: AID.address, kind, amount: 9n, periodStart: 0, periodEnd: 1},
      DISTRIBUTOR,
    );
  expect(evolveCause(revenue, received('REVENUE'))).toMatchObject({cause: 'REVENUE', asset});
  expect(evolveCause(revenue, received('PASS_THROUGH'))).toMatchObject({cause: 'PASS_THROUGH', asset});
});

test('another transaction, amount, account or token is not explained: it stays as it was', () => {
  const transfer = moved(ALICE, SAID.address, 7n);
  expect(evolveCause(transfer, told('Staked', {owner: BOB, assets: 7n, shares: 6n}, SAID, 1))).toBe(transfer);
  expect(evolveCause(transfer, told('Staked', {owner: BOB, assets: 8n, shares: 6n}))).toBe(transfer);
  const elsewhere = moved(ALICE, BOB, 7n);
  expect(evolveCause(elsewhere, staked)).toBe(elsewhere);
  const shares = moved(ALICE, SAID.address, 7n, SAID);
  expect([shares.cause, evolveCause(shares, staked)]).toEqual([null, shares]);
  expect(evolveCause(undefined, staked)).toBeUndefined();
});

test('a cause is given once', () => {
  const first = evolveCause(moved(ALICE, SAID.address, 7n), staked);
  expect(evolveCause(first, {...staked, meta: {...staked.meta, record: 'later'}})).toBe(first);
});

test('where two legs of a distribution fit, nobody can tell which: the transfer stays OTHER', () => {
  const transfer = moved(DISTRIBUTOR.address, BOB, 10n);
  expect(evolveCause(transfer, distributed({protocolFee: 5n}))).toBe(transfer);
});

test('a log explains those before it, a distribution and a flash mint anywhere in their block', () => {
  const at = (type: EventType): CauseEvent => event(type, {} as never, {logIndex: 3000}) as unknown as CauseEvent;
  expect(explainedKeys(at('Staked'))[0]).toBe(logRecordId(31337, 1, 2999));
  expect(explainedKeys(at('Staked'))).toHaveLength(8);
  expect(explainedKeys(at('RevenueDistributed')).at(-1)).toBe(logRecordId(31337, 1, 0));
  expect(explainedKeys(at('FlashMinted'))).toHaveLength(3000);
  expect(explainedKeys(event('Staked', {owner: BOB, assets: 1n, shares: 1n}, {logIndex: 0}))).toEqual([]);
});
