import {busyBranch} from './harness/busyBranch';
import {ALICE, BOB, CAROL, WAD} from './harness/cast';
import {forkStory} from './harness/forkStory';
import {columnOf, countOf} from './harness/rows';

// ... 19 - 20 +- 21 deal - 22 silent step - 23 revenue, unstake - 24 fill - 25 mark                            A
//             +- 21 transfer - 22 mark - 23 unstake - 24 - 25 - 26 fill - 27 silent step - ... - 40 mint       B
test('a journey with a fork in its middle ends with the rows of the winning chain', async () => {
  const rows = await forkStory(async (telling) => {
    const {chain, cast, fork, indexed} = telling;
    await busyBranch(telling);
    await indexed();
    await chain.forkAt(fork);
    await chain.mine(cast.transfer(BOB, ALICE, 2n * WAD));
    await chain.mine(cast.mark(150n * WAD));
    await chain.mine(cast.unstake(ALICE, 250n * WAD));
    await chain.mineTo(25);
    await chain.mine(cast.fill());
    await indexed();
    await chain.mine(cast.silentMark(400n * WAD));
    await chain.mineTo(39);
    await chain.mine(cast.mint(BOB, WAD));
  });
  expect(columnOf(rows, 'nav_mark', 'effective_height')).toEqual([8, 10, 22, 27]);
  expect(columnOf(rows, 'unstake_request', 'status')).toEqual(['SETTLED']);
});

// ... - 20 +- 21 deal, T-bills - 22 Carol's first AID - 23 request 1 - 24 unknown topic - 25 mark      A
//          +- 21 ... 26, all empty                                                                     B
test('an empty branch takes back every row that only the losing branch touched', async () => {
  const rows = await forkStory(async (telling) => {
    const {chain, fork, indexed} = telling;
    const before = await telling.rows();
    await busyBranch(telling);
    await indexed();
    const busy = await telling.rows();
    const grown = [...busy.keys()].filter((table) => countOf(busy, table) > countOf(before, table));
    expect(grown).toEqual(expect.arrayContaining(TOUCHED));
    await chain.forkAt(fork);
    await chain.mineTo(26);
  });
  for (const table of ['compute_asset', 'revenue_distribution', 'unstake_request', 'unrecognized_topic']) {
    expect([table, countOf(rows, table)]).toEqual([table, 0]);
  }
});

const TOUCHED = [
  ...['block', 'compute_asset', 'compute_asset_event', 'event_record', 'nav_mark', 'reserve_report'],
  ...['revenue_distribution', 'state_version', 'token', 'token_balance', 'transfer', 'unrecognized_topic'],
  'unstake_request',
];

// ... - 20 +- 21 Carol gets 7, request 1 is Alice's - 22                                  A
//          +- 21 - 22 - 23 (nothing of Carol's, no request)                               B
//          |          +- 23 Carol gets 9 - 24 request 1 is Bob's                          C, forks off B
//          +- 21 - ... - 25 Carol gets 7 again, request 1 is Alice's again - 26           D
test('a row set, taken back, set differently and set again ends as the last branch says', async () => {
  const rows = await forkStory(async ({chain, cast, fork, indexed}) => {
    await chain.mine(cast.transfer(ALICE, CAROL, 7n * WAD), cast.unstake(ALICE, 10n * WAD));
    await chain.mine();
    await indexed();
    const trunk = await chain.forkAt(fork);
    await chain.mineTo(22);
    const onB = await chain.forkPoint();
    await chain.mine();
    await indexed();
    await chain.forkAt(onB);
    await chain.mine(cast.transfer(BOB, CAROL, 9n * WAD));
    await chain.mine(cast.unstake(BOB, 20n * WAD));
    await indexed();
    await chain.forkAt(trunk);
    await chain.mineTo(24);
    await chain.mine(cast.transfer(ALICE, CAROL, 7n * WAD), cast.unstake(ALICE, 10n * WAD));
    await chain.mine();
  });
  expect(columnOf(rows, 'unstake_request', 'owner')).toEqual([ALICE]);
});

// ... - 23 +- 24 (grid) - 25 Bob stakes                                                       A
//          +- 24 (grid) +- 25 Bob stakes - 26 silent step - 27                                B
//                       +- 25 - ... - 28 silent step - ... - 32 (grid, compared with 24)      C
test('a fork that replaces a reading of the grid, and one right after it, leave no trace', async () => {
  const rows = await forkStory(async ({chain, cast, indexed}) => {
    await chain.mineTo(23);
    const before = await chain.forkPoint();
    await chain.mine();
    await chain.mine(cast.stake(BOB, 60n * WAD));
    await indexed();
    await chain.forkAt(before);
    await chain.mine();
    const after = await chain.forkPoint();
    await chain.mine(cast.stake(BOB, 70n * WAD));
    await chain.mine(cast.silentMark(600n * WAD));
    await chain.mine();
    await indexed();
    await chain.forkAt(after);
    await chain.mineTo(27);
    await chain.mine(cast.silentMark(700n * WAD));
    await chain.mineTo(33);
  });
  expect(columnOf(rows, 'nav_mark', 'effective_height')).toEqual([8, 10, 28]);
});

// ... - 20 +- 21 - 22 silent step - 23 - 24 (grid: finds 22)                              A
//          +- 21 - ... - 25 silent step - ... - 32 (grid: finds 25)                       B
test('a silent step of the losing branch is forgotten, and one of the winning branch is found at its own block', async () => {
  const rows = await forkStory(async ({chain, cast, fork, indexed, rows: current}) => {
    await chain.mine();
    await chain.mine(cast.silentMark(600n * WAD));
    await chain.mineTo(24);
    await indexed();
    expect(columnOf(await current(), 'nav_mark', 'effective_height')).toEqual([8, 10, 22]);
    await chain.forkAt(fork);
    await chain.mineTo(24);
    await chain.mine(cast.silentMark(650n * WAD));
    await chain.mineTo(33);
  });
  expect(columnOf(rows, 'nav_mark', 'effective_height')).toEqual([8, 10, 25]);
});

// ... - 20 - 21 ... 25 mined, then anvil replaces 23, 24 and 25 and the chain goes on
test('a reorganisation by the node itself leaves no trace', async () => {
  await forkStory(async (telling) => {
    const {chain, cast, indexed} = telling;
    await busyBranch(telling);
    await indexed();
    await chain.reorg(3, cast.transfer(ALICE, CAROL, 11n * WAD));
    await chain.mine(cast.transfer(BOB, CAROL, 12n * WAD));
  });
});
