import fc from 'fast-check';
import {WAD} from '../../domain/units';
import {stakePosition, stakingVault} from '../../projections/staking';
import {blocksOf, world} from './history';
import {law} from './law';
import {Machine, machineAfter} from './machine';

/** The sum over the holders of realised yield and of value at the staking NAV less its cost; null where one is unknown. */
function gains(machine: Machine, nav: bigint): bigint | null {
  let sum = 0n;
  for (const {shares, costBasis, realizedYield} of machine.rows(stakePosition)) {
    if (costBasis === null || realizedYield === null) return null;
    sum += shares * nav + (realizedYield - costBasis) * WAD;
  }
  return sum;
}

law(
  'what the holders gained, realised and not, is what the vault’s price did: its value, what left it, less what came',
  world,
  ({events}) => {
    const machine = new Machine();
    for (const block of blocksOf(events)) {
      machine.run(block);
      const [vault] = machine.rows(stakingVault);
      const nav = vault?.stakingNav;
      if (vault === undefined || nav == null) continue;
      const gained = gains(machine, nav);
      const flows = (vault.cumulativeUnstaked - vault.cumulativeStaked) * WAD;
      if (gained !== null) expect(gained).toBe(vault.totalShares * nav + flows);
    }
  },
);

test('the histories hold holders who sold to others, and who sold at a loss', () => {
  const positions = fc
    .sample(world, {numRuns: 60, seed: 5})
    .flatMap(({events}) => machineAfter(events).rows(stakePosition));
  const known = positions.filter(({costBasis, realizedYield}) => costBasis !== null && realizedYield !== null);
  expect(known.some(({shares, cumulativeStakedShares}) => shares > cumulativeStakedShares)).toBe(true);
  expect(known.some(({realizedYield}) => (realizedYield ?? 0n) < 0n)).toBe(true);
  expect(known.some(({realizedYield}) => (realizedYield ?? 0n) > 0n)).toBe(true);
  expect(known.length * 2).toBeGreaterThan(positions.length);
});
