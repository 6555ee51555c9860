import {AID, ALICE, BOB, CAROL, event, given, MIGRATION, movement, SAID, USDC, type Place} from '../test/given';
import {ZERO_ADDRESS} from './ids';
import {evolveSupplyCause, SUPPLY_CAUSES, supplyCauseKeys, type SupplyCause, type SupplyEvent} from './supplyCause';

const mint = (to: string, amount: bigint, place: Place = {tx: 1}): SupplyEvent =>
  event('TokenTransferred', movement(ZERO_ADDRESS, to, amount), place);
const burn = (from: string, amount: bigint, place: Place = {tx: 1}): SupplyEvent =>
  event('TokenTransferred', movement(from, ZERO_ADDRESS, amount), place);
const minted = (recipient: string, aidOut: bigint, callerRole: string | null = null, tx = 1): SupplyEvent => {
  const terms = {collateral: USDC.address, collateralIn: 0n, fee: 0n};
  return event('AidMinted', {caller: ALICE, callerRole, recipient, aidOut, ...terms}, {tx});
};
const redeemed = (owner: string, aidIn: bigint): SupplyEvent =>
  event('AidRedeemed', {owner, receiver: owner, collateral: USDC.address, aidIn, collateralOut: 0n, fee: 0n}, {tx: 1});
const flash = (to: string, amount: bigint): SupplyEvent => event('FlashMinted', {to, amount}, {tx: 1});
const migrated = (user: string, tx = 1): SupplyEvent =>
  event('AidMigrated', {user, aidAlpha: MIGRATION.address, amount: 5n}, {tx});
const message = {guid: '0x01', from: ALICE, to: ALICE, dstEid: 1, srcEid: 1};

/** The causes with anything in them after these logs: [minted, burned]. */
function causes(...events: SupplyEvent[]): Partial<Record<SupplyCause, [bigint, bigint]>> {
  const row = given(evolveSupplyCause)
    .when(...events)
    .row();
  const sums = SUPPLY_CAUSES.flatMap((cause) => {
    const {minted: m, burned: b} = row?.causes[cause] ?? {minted: '0', burned: '0'};
    return m === '0' && b === '0' ? [] : [[cause, [BigInt(m), BigInt(b)]] as const];
  });
  return Object.fromEntries(sums);
}

test('what no log explains is unclassified, and every cause is there', () => {
  expect(causes(mint(ALICE, 7n), burn(BOB, 2n))).toEqual({UNCLASSIFIED: [7n, 2n]});
  const row = given(evolveSupplyCause).when(mint(ALICE, 7n)).row();
  expect(Object.keys(row?.causes ?? {})).toEqual([...SUPPLY_CAUSES]);
});

test.each<[SupplyCause, [bigint, bigint], SupplyEvent[]]>([
  ['DEPOSIT', [5n, 0n], [mint(ALICE, 5n), minted(ALICE, 5n)]],
  ['CAPITAL_RETURN', [5n, 0n], [mint(SAID.address, 5n), minted(SAID.address, 5n, 'said')]],
  ['REVENUE', [5n, 0n], [mint(BOB, 5n), minted(BOB, 5n, 'revenueDistributor')]],
  ['REDEMPTION', [0n, 5n], [burn(ALICE, 5n), redeemed(ALICE, 5n)]],
  ['MIGRATION', [5n, 0n], [mint(ALICE, 5n), migrated(ALICE)]],
  ['FLASH_MINT', [10n, 11n], [mint(ALICE, 10n), burn(ALICE, 11n), flash(ALICE, 10n)]],
  ['BRIDGE', [5n, 0n], [mint(ALICE, 5n), event('BridgeReceived', {...message, amount: 5n}, {tx: 1})]],
  [
    'BRIDGE',
    [0n, 5n],
    [burn(ALICE, 5n), event('BridgeSent', {...message, amountSent: 5n, amountReceived: 4n}, {tx: 1})],
  ],
  [
    'DEPLOYMENT',
    [0n, 5n],
    [
      burn(SAID.address, 5n),
      event('CapitalDeployed', {assetId: '0x0', destination: BOB, amount: 5n}, {by: SAID, tx: 1}),
    ],
  ],
])('%s %p is what its log says', (cause, volume, events) => {
  expect(causes(...events)).toEqual({[cause]: volume});
});

test('nothing is classified twice: the second log of the same mint is refused', () => {
  given(evolveSupplyCause, mint(ALICE, 5n), minted(ALICE, 5n))
    .when(minted(ALICE, 1n))
    .thenRefused('A log explains more AID than its transaction minted or burned without explanation.');
});

test('a log explains its own transaction only', () => {
  given(evolveSupplyCause, mint(ALICE, 5n, {tx: 1}))
    .when(minted(ALICE, 5n, null, 2))
    .thenRefused('A log explains more AID');
  expect(causes(mint(ALICE, 5n), mint(ALICE, 5n, {tx: 2}), minted(ALICE, 5n, null, 2))).toEqual({
    DEPOSIT: [5n, 0n],
    UNCLASSIFIED: [5n, 0n],
  });
});

test('what fits exactly is explained first, then other mints of the account, then those of others', () => {
  const open = (...events: SupplyEvent[]) =>
    given(evolveSupplyCause)
      .when(...events)
      .row()
      ?.openLegs.map(({account, amount}) => [account, amount]);
  const mints = [mint(ALICE, 5n), mint(ALICE, 9n), mint(BOB, 5n)];
  expect(open(...mints, minted(ALICE, 5n))).toEqual([
    [ALICE, '9'],
    [BOB, '5'],
  ]);
  expect(open(...mints, minted(ALICE, 10n))).toEqual([
    [ALICE, '4'],
    [BOB, '5'],
  ]);
  expect(open(...mints, minted(CAROL, 6n))).toEqual([
    [ALICE, '5'],
    [ALICE, '8'],
  ]);
});

test('a flash mint nets to less its fee, with a deposit and another flash mint inside it', () => {
  const inner = [mint(ALICE, 4n), burn(ALICE, 5n), flash(ALICE, 4n)];
  const deposit = [mint(ALICE, 10n), minted(ALICE, 10n)];
  expect(causes(mint(ALICE, 10n), ...deposit, ...inner, burn(ALICE, 12n), flash(ALICE, 10n))).toEqual({
    DEPOSIT: [10n, 0n],
    FLASH_MINT: [14n, 17n],
  });
});

test('a flash mint that is not burned again by its borrower is refused', () => {
  const sentence = 'A flash mint is not burned again with its fee in its transaction.';
  given(evolveSupplyCause, mint(ALICE, 10n)).when(flash(ALICE, 10n)).thenRefused(sentence);
  given(evolveSupplyCause, mint(ALICE, 10n), burn(BOB, 10n)).when(flash(ALICE, 10n)).thenRefused(sentence);
  given(evolveSupplyCause, mint(ALICE, 10n), burn(ALICE, 9n)).when(flash(ALICE, 10n)).thenRefused(sentence);
});

test('a migration names no amount of AID: without a mint to its user it explains nothing', () => {
  expect(causes(mint(BOB, 5n), migrated(ALICE))).toEqual({UNCLASSIFIED: [5n, 0n]});
  given(evolveSupplyCause).when(migrated(ALICE)).thenNoRow();
});

test('transfers between holders, and other tokens, are no issue of AID', () => {
  expect(supplyCauseKeys(event('TokenTransferred', movement(ALICE, BOB, 1n)))).toEqual([]);
  expect(supplyCauseKeys(mint(ALICE, 1n, {by: SAID}))).toEqual([]);
  expect(supplyCauseKeys(mint(ALICE, 1n, {by: AID}))).toHaveLength(1);
});
