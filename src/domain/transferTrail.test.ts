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
import {explainedKeys} from './transfer';
import type {CauseEvent} from './transferClaims';
import {evolveTrail, trailKeys, type TrailEvent, type TrailStep} from './transferTrail';

const ASSET = assetIdOf('GPU-1');
const asset = assetRowId(31337, ASSET);

type Moved = Extract<TrailEvent, {type: 'TokenTransferred'}>;

/** An AID transfer early in the transaction. */
const moved = (from: string, to: string, amount: bigint, logIndex = 0): Moved =>
  event('TokenTransferred', movement(from, to, amount), {by: AID, tx: 0, logIndex});

/** What is said of the transfers after these logs. */
const after = (...logs: TrailEvent[]): readonly TrailStep[] =>
  logs.reduce<ReturnType<typeof evolveTrail>>((row, log) => evolveTrail(row, log), undefined)?.steps ?? [];

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

test.each<[string, Moved, CauseEvent[]]>([
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
  expect(after(transfer, ...logs)).toMatchObject([{cause, causeRecord: logRecordId(31337, 1, 2)}]);
});

test('what the vault and the distributor got names its asset, and the part that repays principal', () => {
  const back = [moved(ZERO_ADDRESS, SAID.address, 9n), minted('said', SAID.address, 9n)];
  const returned = told('CapitalReturned', {assetId: ASSET, principal: 7n, income: 2n});
  expect(after(...back, returned)).toMatchObject([{cause: 'CAPITAL_RETURN', asset, principal: '7'}]);
  const revenue = [moved(ZERO_ADDRESS, DISTRIBUTOR.address, 9n), minted('revenueDistributor', DISTRIBUTOR.address, 9n)];
  const received = (kind: 'REVENUE' | 'PASS_THROUGH'): CauseEvent =>
    told(
      'RevenueReceived',
      {assetId: ASSET, payer: BOB, currency: AID.address, kind, amount: 9n, periodStart: 0, periodEnd: 1},
      DISTRIBUTOR,
    );
  expect(after(...revenue, received('REVENUE'))).toMatchObject([{cause: 'REVENUE', asset}]);
  expect(after(...revenue, received('PASS_THROUGH'))).toMatchObject([{cause: 'PASS_THROUGH', asset}]);
});

test('another transaction, amount or account is not explained: it stays OTHER', () => {
  const other = [{cause: 'OTHER', causeRecord: null}];
  const transfer = moved(ALICE, SAID.address, 7n);
  expect(after(transfer, told('Staked', {owner: BOB, assets: 8n, shares: 6n}))).toMatchObject(other);
  expect(after(moved(ALICE, BOB, 7n), staked)).toMatchObject(other);
  expect(after(transfer, told('Staked', {owner: BOB, assets: 7n, shares: 6n}, SAID, 1))).toMatchObject(other);
});

test('a log explains one transfer, the newest that fits: what was given before a stake is not staked', () => {
  const [gift, stake] = [moved(ALICE, SAID.address, 7n), moved(ALICE, SAID.address, 7n, 1)];
  expect(after(gift, stake, staked).map(({cause}) => cause)).toEqual(['OTHER', 'STAKE']);
  expect(after(gift, stake, staked, staked).map(({cause}) => cause)).toEqual(['STAKE', 'STAKE']);
});

test('a migration inside a flash mint of the same amount is told apart from it', () => {
  const flash = [moved(ZERO_ADDRESS, ALICE, 7n), moved(ZERO_ADDRESS, ALICE, 7n, 1)];
  const migrated = told('AidMigrated', {user: ALICE, aidAlpha: BOB, amount: 1n});
  const steps = after(
    ...flash,
    migrated,
    moved(ALICE, ZERO_ADDRESS, 8n, 2),
    told('FlashMinted', {to: ALICE, amount: 7n}),
  );
  expect(steps.map(({cause}) => cause)).toEqual(['FLASH_MINT', 'MIGRATION', 'FLASH_MINT']);
});

test('where two legs of a distribution fit, nobody can tell which: the transfer stays OTHER', () => {
  expect(after(moved(DISTRIBUTOR.address, BOB, 10n), distributed({protocolFee: 5n}))).toMatchObject([{cause: 'OTHER'}]);
});

test('the trail is of AID alone, and a log may explain whatever lies before it in its block', () => {
  expect(trailKeys(event('TokenTransferred', movement(ALICE, BOB, 1n), {by: SAID}))).toEqual([]);
  expect(trailKeys(moved(ALICE, BOB, 1n))).toEqual(['31337']);
  const late = event('Staked', {owner: BOB, assets: 1n, shares: 1n}, {logIndex: 3000});
  const keys = explainedKeys(late);
  expect([keys[0], keys.at(-1), keys.length]).toEqual([logRecordId(31337, 1, 2999), logRecordId(31337, 1, 0), 3000]);
  expect(explainedKeys(event('Staked', {owner: BOB, assets: 1n, shares: 1n}, {logIndex: 0}))).toEqual([]);
});
