import fc from 'fast-check';
import {balanceRowId, contractRowId, tokenRowId} from '../../domain/ids';
import type {VaultFlowRow} from '../../domain/vaultFlow';
import {tokenBalance} from '../../projections/token';
import {navPrice, navReconciliation, vaultBook, vaultFlow} from '../../projections/vaultBook';
import {AID, CHAIN_ID, SAID} from '../given';
import {blocksOf, world} from './history';
import {law} from './law';
import {Machine, machineAfter} from './machine';
import type {World} from './world';

const VAULT = contractRowId(CHAIN_ID, SAID.address);
const CASH = balanceRowId(tokenRowId(CHAIN_ID, AID.address, null), SAID.address);

/** Blocks in which a mark left no log: what came in them may have come before it or after. */
const silentBlocks = ({chain}: World): Set<number> => new Set(chain.silentMarks.map(({height}) => height));

law('the vault’s book is that of the chain, term by term', world, ({events, vault, shares, aid}) => {
  expect(machineAfter(events).rows(vaultBook)).toMatchObject([
    {
      id: VAULT,
      heldAssets: aid.of(SAID.address),
      owedAssets: vault.queue.pending,
      outstandingAssets: [...vault.outstandingOf.values()].reduce((sum, amount) => sum + amount, 0n),
      bookAssets: vault.book,
      totalShares: shares.supply,
    },
  ]);
});

law('the AID that the book counts is the AID that the token says it holds', world, ({events}) => {
  const machine = new Machine();
  for (const block of blocksOf(events)) {
    machine.run(block);
    const held = machine.rows(tokenBalance).find(({id}) => id === CASH)?.balance ?? 0n;
    expect(machine.rows(vaultBook).map(({heldAssets}) => heldAssets)).toEqual(
      machine.rows(vaultBook).length === 0 ? [] : [held],
    );
  }
});

law(
  'after every mark the book is what the identity says, to the wei; a mark without a log may share its block',
  world,
  (played) => {
    const rows = machineAfter(played.events).rows(navReconciliation);
    const silent = silentBlocks(played);
    const broken = rows.filter(
      ({residual, effectiveHeight}) => residual !== null && residual !== 0n && !silent.has(effectiveHeight),
    );
    expect(broken).toEqual([]);
    for (const row of rows) {
      const {totalAssets, held, owed, outstanding, accrued, waiting, residual} = row;
      if (accrued !== null) expect(held - owed + outstanding + accrued - waiting + (residual ?? 0n)).toBe(totalAssets);
      else expect(residual).toBeNull();
    }
  },
);

const MOVES: Readonly<Partial<Record<VaultFlowRow['kind'], bigint>>> = {
  ...{STAKE: 1n, UNSTAKE: -1n, WITHDRAW: -1n, MARK: 1n, LOSS_MARK: 1n},
};

law(
  'the flows alone give the book, the shares and what is owed, after each of them',
  world,
  ({events, vault, shares}) => {
    const flows = machineAfter(events).rows(vaultFlow);
    let [book, supply, owed] = [0n, 0n, 0n];
    for (const {kind, amount, shares: moved, totalAssets, totalShares} of flows) {
      book += (MOVES[kind] ?? 0n) * amount;
      supply += kind === 'STAKE' ? moved : -moved;
      owed += kind === 'UNSTAKE' ? amount : kind === 'FILL' ? -amount : 0n;
      if (totalAssets !== null) expect([totalAssets, totalShares]).toEqual([book, supply]);
    }
    expect([book, supply, owed]).toEqual([vault.book, shares.supply, vault.queue.pending]);
    expect(flows.map(({id}) => id)).toEqual([...flows].map(({id}) => id).sort());
  },
);

law(
  'the price changes tile time: each begins where the one before ends, and none repeats it',
  world,
  ({events, views}) => {
    const rows = machineAfter(events).rows(navPrice);
    rows.slice(1).forEach((row, i) => {
      const before = rows[i];
      expect(row.effectiveHeight).toBeGreaterThanOrEqual(before?.effectiveHeight ?? Infinity);
      expect([row.stakingNav, row.unstakingNav]).not.toEqual([before?.stakingNav, before?.unstakingNav]);
    });
    expect(rows.at(-1)).toMatchObject({stakingNav: views.stakingNav, unstakingNav: views.unstakingNav});
  },
);

test('the histories hold cover for losses, cash that waits for its mark, and identities checked in full', () => {
  const machines = fc.sample(world, {numRuns: 60, seed: 3}).map(({events}) => machineAfter(events));
  const flows = machines.flatMap((machine) => machine.rows(vaultFlow));
  expect(new Set(flows.map(({kind}) => kind)).size).toBe(12);
  expect(flows.some(({covered}) => covered > 0n)).toBe(true);
  expect(flows.some(({kind, absorbed}) => kind === 'MARK' && (absorbed ?? 0n) > 0n)).toBe(true);
  const checked = machines.flatMap((machine) => machine.rows(navReconciliation));
  expect(checked.filter(({residual}) => residual === 0n).length).toBeGreaterThan(50);
  expect(checked.some(({waiting}) => waiting > 0n)).toBe(true);
});
