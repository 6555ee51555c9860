import {ALICE, event, MIGRATION, movement, USDC} from '../test/given';
import {ZERO_ADDRESS} from './ids';
import {evolveSupplyCause, type SupplyCauseRow, type SupplyEvent} from './supplyCause';
import {supplyChangeFact, supplyChangeKeys, type SupplyChangeRow} from './supplyChange';

/** The ledger that a history makes. */
function ledgerOf(...events: SupplyEvent[]): SupplyChangeRow[] {
  let row: SupplyCauseRow | undefined;
  return events.flatMap((one) => {
    row = evolveSupplyCause(row, one) ?? row;
    return supplyChangeKeys(one).flatMap((id) => supplyChangeFact(one, id, row) ?? []);
  });
}

const mint = event('TokenTransferred', movement(ZERO_ADDRESS, ALICE, 5n), {tx: 1});
const terms = {collateral: USDC.address, collateralIn: 5n, aidOut: 5n, fee: 0n};
const minted = event('AidMinted', {caller: ALICE, callerRole: null, recipient: ALICE, ...terms}, {tx: 1, logIndex: 1});

test('a mint is entered as unclassified, its explanation takes it from there to its cause', () => {
  expect(ledgerOf(mint, minted).map(({cause, minted: m, burned, account}) => [cause, m, burned, account])).toEqual([
    ['UNCLASSIFIED', 5n, 0n, ALICE],
    ['DEPOSIT', 5n, 0n, ALICE],
    ['UNCLASSIFIED', -5n, 0n, ALICE],
  ]);
  const ids = ledgerOf(mint, minted).map(({id}) => id);
  expect(new Set(ids).size).toBe(3);
  expect([...ids].sort()).toEqual(ids);
});

test('a log that explains nothing makes no entry', () => {
  const migrated = event('AidMigrated', {user: ZERO_ADDRESS, aidAlpha: MIGRATION.address, amount: 1n}, {tx: 1});
  expect(ledgerOf(mint, {...migrated, meta: {...migrated.meta, record: 'another'}})).toHaveLength(1);
});
