import {computeAsset} from '../../projections/asset';
import {unstakeRequest} from '../../projections/queue';
import {custodyBalance, reserveComponent, reserveState} from '../../projections/reserve';
import {stakePosition, stakingVault} from '../../projections/staking';
import {token, tokenBalance} from '../../projections/token';
import {AID} from '../given';
import {blocksOf, world} from './history';
import {law} from './law';
import {Machine} from './machine';
import type {World} from './world';

/** Asks after every block of a history. */
const afterEveryBlock =
  (holds: (machine: Machine) => void) =>
  ({events}: World): void => {
    const machine = new Machine();
    for (const block of blocksOf(events)) {
      machine.run(block);
      holds(machine);
    }
  };

/** The sum of a column. */
const total = <C extends string>(rows: readonly Readonly<Record<C, bigint>>[], column: C): bigint =>
  rows.reduce((sum, row) => sum + row[column], 0n);

law(
  'supply is the sum of balances, and holders are those who hold something',
  world,
  afterEveryBlock((machine) => {
    const tokens = machine.rows(token);
    const balances = machine.rows(tokenBalance);
    const counted = tokens.map(({id}) => {
      const held = balances.filter((row) => row.token === id);
      return {id, supply: total(held, 'balance'), holders: held.filter(({balance}) => balance !== 0n).length};
    });
    expect(tokens.map((row) => ({id: row.id, supply: row.totalSupply, holders: row.holderCount}))).toEqual(counted);
    expect(tokens.map((row) => row.cumulativeMinted - row.cumulativeBurned)).toEqual(
      tokens.map((row) => row.totalSupply),
    );
    expect(balances.map((row) => row.cumulativeReceived - row.cumulativeSent)).toEqual(
      balances.map((row) => row.balance),
    );
    expect(balances.filter(({balance}) => balance < 0n)).toEqual([]);
  }),
);

law(
  'the vault’s shares, flows and debts are the sums of its positions',
  world,
  afterEveryBlock((machine) => {
    const [vault] = machine.rows(stakingVault);
    if (vault === undefined) return;
    const positions = machine.rows(stakePosition);
    expect([vault.totalShares, vault.cumulativeStaked, vault.cumulativeUnstaked]).toEqual([
      total(positions, 'shares'),
      total(positions, 'cumulativeStaked'),
      total(positions, 'cumulativeUnstaked'),
    ]);
    expect([vault.cumulativePaid, vault.pendingAssets]).toEqual([
      total(positions, 'cumulativePaid'),
      total(positions, 'pendingAssets'),
    ]);
  }),
);

law(
  'what was requested is what was paid plus what remains, and what remains is what the vault owes',
  world,
  afterEveryBlock((machine) => {
    const requests = machine.rows(unstakeRequest);
    expect(requests.map(({assetsPaid, assetsRemaining}) => assetsPaid + assetsRemaining)).toEqual(
      requests.map(({assetsQuoted}) => assetsQuoted),
    );
    const open = requests.filter(({status}) => status !== 'SETTLED');
    expect(requests.filter(({assetsRemaining}) => assetsRemaining > 0n)).toEqual(open);
    const [vault] = machine.rows(stakingVault);
    expect([vault?.pendingAssets ?? 0n, vault?.pendingRequests ?? 0]).toEqual([
      total(requests, 'assetsRemaining'),
      open.length,
    ]);
  }),
);

law(
  'the reserves are the sum of the components known, and the liabilities AID’s supply',
  world,
  afterEveryBlock((machine) => {
    const [state] = machine.rows(reserveState);
    if (state === undefined) return;
    const values = machine.rows(reserveComponent).map(({valueUsd}) => ({valueUsd: valueUsd ?? 0n}));
    const aid = machine.rows(token).find(({role}) => role === AID.role);
    expect([state.reservesUsd, state.liabilities]).toEqual([total(values, 'valueUsd'), aid?.totalSupply ?? 0n]);
  }),
);

law(
  'what is outstanding is what was drawn less what was repaid and written off',
  world,
  afterEveryBlock((machine) => {
    const assets = machine.rows(computeAsset);
    expect(assets.map(({drawn, repaid, realizedLoss}) => drawn - repaid - realizedLoss)).toEqual(
      assets.map(({outstanding}) => outstanding),
    );
    expect(assets.filter(({outstanding}) => outstanding < 0n)).toEqual([]);
  }),
);

law(
  'a stablecoin of the reserves is the sum of what each address of custody holds of it',
  world,
  afterEveryBlock((machine) => {
    const coins = machine.rows(reserveComponent).filter(({kind}) => kind === 'STABLECOIN');
    const balances = machine.rows(custodyBalance);
    const held = coins.map(({id}) => balances.filter(({component}) => component === id));
    expect(coins.map(({amount, valueUsd}) => [amount, valueUsd])).toEqual(
      held.map((rows) => [total(rows, 'amount'), total(rows, 'valueUsd')]),
    );
  }),
);
