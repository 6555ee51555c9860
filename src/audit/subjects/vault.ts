import * as said from '../../abi/said';
import {contractRowId} from '../../domain/ids';
import type {StakingVaultRow} from '../../domain/stakingVaultRow';
import {WAD} from '../../domain/units';
import type {VaultBookRow} from '../../domain/vaultBookRow';
import type {Place} from '../node';
import type {Fields, Scope, Subject} from '../subject';

const {totalSupply, totalAssets, convertToAssets, convertToAssetsWithLoss} = said.functions;
const {pendingAssets, totalOutstanding, unrealizedLoss, accruedIncome} = said.functions;

/** The vault: what logs tell at the audited block, what only readings tell at the newest block that was read. */
export const vault: Subject = {
  name: 'vault',
  async audit(scope) {
    const vaults = await scope.held.versions<StakingVaultRow>('stakingVault');
    const books = await scope.held.versions<VaultBookRow>('vaultBook');
    for (const held of vaults) scope.named('stakingVault', held, contractRowId(held.row.chainId, held.row.address));
    for (const held of books) scope.named('vaultBook', held, held.row.id);
    for (const {address} of scope.contracts('said')) {
      const id = contractRowId(scope.network.chainId, address);
      const row = vaults.find(({key}) => key === id)?.row;
      const book = books.find(({key}) => key === id)?.row;
      const isRead = (await scope.held.lastReading(address)) !== undefined;
      const shares = scope.ask(address, totalSupply, {});
      if (row === undefined || book === undefined) {
        // A vault in which nobody has staked yet, and which was not read yet, has no row.
        const told = shares.then((all) => (all === 0n && !isRead ? null : all));
        if (row === undefined) scope.compareAll('stakingVault', id, {totalShares: [null, told]});
        if (book === undefined) scope.compareAll('vaultBook', id, {totalShares: [null, told]});
      }
      if (row !== undefined) auditTold(scope, id, address, row, shares);
      if (book !== undefined) {
        scope.compareAll('vaultBook', id, {
          totalShares: [book.totalShares, shares],
          owedAssets: [book.owedAssets, scope.ask(address, pendingAssets, {})],
          outstandingAssets: [book.outstandingAssets, scope.ask(address, totalOutstanding, {})],
        });
      }
      if (row !== undefined) await auditRead(scope, id, address, row, book);
    }
  },
};

/** What every log of the vault tells by itself. */
function auditTold(scope: Scope, id: string, address: string, row: StakingVaultRow, shares: Promise<bigint>): void {
  const {cumulativeDeployed, cumulativePrincipalReturned, cumulativeRealizedLoss} = row;
  const drawn = cumulativeDeployed - cumulativePrincipalReturned - cumulativeRealizedLoss;
  const outstanding = scope.ask(address, totalOutstanding, {});
  scope.compareAll('stakingVault', id, {
    totalShares: [row.totalShares, shares],
    pendingAssets: [row.pendingAssets, scope.ask(address, pendingAssets, {})],
    'cumulativeUnstaked - cumulativePaid': [
      row.cumulativeUnstaked - row.cumulativePaid,
      scope.ask(address, pendingAssets, {}),
    ],
    'cumulativeDeployed - cumulativePrincipalReturned - cumulativeRealizedLoss': [drawn, outstanding],
  });
  const field = {projection: 'stakingVault', row: id, field: 'unrealizedLoss'};
  if (row.epoch === null) scope.skip(field, 'no event told a loss; the row has what both NAVs imply');
  else scope.compare(field, row.unrealizedLoss, scope.ask(address, unrealizedLoss, {}));
}

/** A step of the NAVs may leave no log: the row is of the newest block whose views were read. */
async function auditRead(
  scope: Scope,
  id: string,
  address: string,
  row: StakingVaultRow,
  book: VaultBookRow | undefined,
): Promise<void> {
  const place = await scope.held.lastReading(address);
  if (place === undefined) {
    const reason = 'the views of the vault were not read at or before this block';
    for (const field of ['totalAssets', 'stakingNav', 'unstakingNav'])
      scope.skip({projection: 'stakingVault', row: id, field}, reason);
    return;
  }
  await scope.mustKnow(place);
  const staking = scope.ask(address, convertToAssets, {shares: WAD}, place);
  const unstaking = scope.ask(address, convertToAssetsWithLoss, {shares: WAD}, place);
  compareRead(scope, 'stakingVault', id, place, {
    navHeight: [row.navHeight, place.height],
    totalAssets: [row.totalAssets, scope.ask(address, totalAssets, {}, place)],
    stakingNav: [row.stakingNav, staking],
    unstakingNav: [row.unstakingNav, unstaking],
  });
  if (book === undefined) return;
  compareRead(scope, 'vaultBook', id, place, {
    accruedIncome: [book.accruedIncome, scope.ask(address, accruedIncome, {}, place)],
    stakingNav: [book.stakingNav, staking],
    unstakingNav: [book.unstakingNav, unstaking],
  });
  const [price] = await scope.held.facts<{id: string; staking: string | null; unstaking: string | null}>(
    `SELECT id, staking_nav::text AS staking, unstaking_nav::text AS unstaking FROM nav_price
     WHERE chain_id = $1 AND height <= $2 AND vault = $3 ORDER BY record DESC LIMIT 1`,
    id,
  );
  compareRead(scope, 'navPrice', price?.id ?? `newest of ${id}`, place, {
    stakingNav: [price?.staking, staking],
    unstakingNav: [price?.unstaking, unstaking],
  });
}

function compareRead(scope: Scope, projection: string, row: string, {height}: Place, fields: Fields): void {
  for (const [field, [held, onChain]] of Object.entries(fields))
    scope.compare({projection, row, field}, held, onChain, height);
}
