import {ALICE, assetIdOf, BOB, DISTRIBUTOR, event, MINTER, REDEEMER, SAID, USDC, USDT} from '../test/given';
import {
  custodyTransferKeys,
  evolveCustodyTransfer,
  type CustodyEvent,
  type CustodyTransferRow,
} from './custodyTransfer';
import type {EventFields, EventType} from './event';
import {assetRowId, logRecordId} from './ids';

const UNIT = 10n ** 12n;
const ASSET = assetIdOf('GPU-1');
const asset = assetRowId(31337, ASSET);
const CUSTODY: readonly string[] = [MINTER.address, REDEEMER.address];

const moved = (from: string, to: string, amount: bigint, by = USDC): CustodyTransferRow | undefined =>
  evolveCustodyTransfer(
    undefined,
    event(
      'CustodyTransferred',
      {from, to, amount, fromCustody: CUSTODY.includes(from), toCustody: CUSTODY.includes(to)},
      {by, tx: 0},
    ),
  );

const told = <T extends EventType>(type: T, fields: EventFields[T], tx = 0): CustodyEvent =>
  event(type, fields, {logIndex: 2, tx}) as unknown as CustodyEvent;

const minted = (callerRole: string | null, collateralIn: bigint, tx = 0): CustodyEvent =>
  told(
    'AidMinted',
    {caller: ALICE, callerRole, recipient: ALICE, collateral: USDC.address, collateralIn, aidOut: 1n, fee: 0n},
    tx,
  );
const reserve = (purpose: string, destination: string): CustodyEvent =>
  told('ReserveMoved', {asset: USDC.address, destination, purpose, amount: 7n, decimals: 6});
const redeemed = told('AidRedeemed', {
  ...{owner: ALICE, receiver: BOB, collateral: USDC.address, aidIn: 7n, collateralOut: 7n},
  fee: 0n,
});
const deployed = told('CapitalDeployed', {assetId: ASSET, destination: BOB, amount: 7n * UNIT});
const returned = told('CapitalReturned', {assetId: ASSET, principal: 5n * UNIT, income: 2n * UNIT});
const received = (kind: 'REVENUE' | 'PASS_THROUGH'): CustodyEvent =>
  told('RevenueReceived', {
    ...{assetId: ASSET, payer: BOB, currency: DISTRIBUTOR.address, kind, amount: 7n * UNIT},
    ...{periodStart: 0, periodEnd: 1},
  });

test.each<[string, CustodyTransferRow | undefined, CustodyEvent[], Partial<CustodyTransferRow>]>([
  ['DEPOSIT', moved(ALICE, MINTER.address, 7n), [minted(null, 7n)], {asset: null}],
  ['REDEMPTION', moved(REDEEMER.address, BOB, 7n), [redeemed], {}],
  ['TBILL_BUY', moved(MINTER.address, BOB, 7n), [reserve('TBILL_BUY', BOB)], {}],
  ['TBILL_SELL', moved(BOB, MINTER.address, 7n), [reserve('TBILL_SELL', MINTER.address)], {}],
  ['REDEEMER_FLOAT', moved(MINTER.address, REDEEMER.address, 7n), [reserve('REDEEMER_FLOAT', REDEEMER.address)], {}],
  ['DEPLOYMENT', moved(MINTER.address, BOB, 7n), [reserve('DEPLOYMENT', BOB), deployed], {asset}],
  ['CAPITAL_RETURN', moved(BOB, MINTER.address, 7n), [minted('said', 7n), returned], {asset, principal: 5n * UNIT}],
  ['REVENUE', moved(BOB, MINTER.address, 7n), [minted('revenueDistributor', 7n), received('REVENUE')], {asset}],
  [
    'PASS_THROUGH',
    moved(BOB, MINTER.address, 7n),
    [minted('revenueDistributor', 7n), received('PASS_THROUGH')],
    {asset},
  ],
  ['OTHER', moved(BOB, MINTER.address, 7n), [minted(null, 8n), minted(null, 7n, 1)], {causeRecord: null}],
  ['OTHER', moved(BOB, MINTER.address, 7n, USDT), [minted(null, 7n), deployed, returned], {causeRecord: null}],
  ['OTHER', moved(MINTER.address, BOB, 7n), [reserve('LUNCH', BOB)], {causeRecord: null}],
])('%s is what later logs of the transaction say', (cause, row, logs, more) => {
  const after = logs.reduce<CustodyTransferRow | undefined>((before, log) => evolveCustodyTransfer(before, log), row);
  expect(after).toMatchObject({cause, amount: 7n, amountUsd: 7n * UNIT, ...more});
});

test('a movement is its own row, a log looks at those before it', () => {
  const own = event('CustodyTransferred', {from: ALICE, to: BOB, amount: 1n, fromCustody: false, toCustody: true});
  expect(custodyTransferKeys(own)).toEqual([own.meta.record]);
  expect(custodyTransferKeys(event('AidRedeemed', {} as never, {by: SAID, logIndex: 2}))).toEqual([
    logRecordId(31337, 1, 1),
    logRecordId(31337, 1, 0),
  ]);
});
