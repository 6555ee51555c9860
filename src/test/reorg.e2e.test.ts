import {BOB, ALICE, CAROL, WAD} from './harness/cast';
import {forkStory, type Telling} from './harness/forkStory';
import {proxyTo} from './harness/rpcProxy';
import {until} from './harness/until';
import {columnOf, countOf} from './harness/rows';

/** Five blocks that touch every kind of row, many of which no other branch touches. */
async function busyBranch({chain, cast}: Telling): Promise<void> {
  const now = (await chain.head()).timestamp;
  await chain.mine(...cast.openDeal(5_000n * WAD, now), cast.buyTbills(1_000n * WAD));
  await chain.mine(cast.silentMark(300n * WAD), cast.transfer(ALICE, CAROL, 7n * WAD));
  await chain.mine(...cast.payRevenue(90n * WAD, now), cast.unstake(ALICE, 100n * WAD));
  await chain.mine(cast.fill(), cast.report(31_000n * WAD, now), cast.acceptTerms(CAROL));
  await chain.mine(cast.mark(500n * WAD), cast.mint(CAROL, 3n * WAD));
}

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

// ... - 23 - 24 (grid) +- 25 Bob stakes - 26 silent step                                  A
//                      +- 25 - 26 silent step - ... - 32 (grid)                           B
//           23 +- 24' (grid) - ... - 34 transfer                                          C
test('a fork right after a reading of the grid, and one that replaces the reading, leave no trace', async () => {
  const rows = await forkStory(async ({chain, cast, indexed}) => {
    await chain.mineTo(23);
    const before = await chain.forkPoint();
    await chain.mine();
    const after = await chain.forkPoint();
    await chain.mine(cast.stake(BOB, 70n * WAD));
    await chain.mine(cast.silentMark(600n * WAD));
    await indexed();
    await chain.forkAt(after);
    await chain.mine();
    await chain.mine(cast.silentMark(700n * WAD));
    await chain.mineTo(32);
    await indexed();
    await chain.forkAt(before);
    await chain.mineTo(33);
    await chain.mine(cast.transfer(BOB, ALICE, WAD));
  });
  expect(columnOf(rows, 'nav_mark', 'effective_height')).toEqual([8, 10]);
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

// ... - 20 +- 21 ... 25 (A)
//          +- 21 ... 50, all mined before the squid looks again: 21 to 40 are final at once (B)
test('a winning branch that is final when it is first seen leaves no trace of the other', async () => {
  await forkStory(async (telling) => {
    const {chain, cast, fork, indexed, unseen} = telling;
    await busyBranch(telling);
    await indexed();
    await unseen(async () => {
      await chain.forkAt(fork);
      for (let i = 1n; i <= 10n; i++) {
        await chain.mine(cast.transfer(ALICE, BOB, i * WAD));
        await chain.mine(cast.silentMark(200n * WAD + i * 50n * WAD));
        await chain.mine();
      }
    });
  });
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

// ... - 20 +- 21 ... 25 (A), then the squid is stopped
//          +- 21 ... 27 (B), or ... 45: what it has committed is then below the final height
test.each([27, 45])('a fork while the squid is down, up to block %i, leaves no trace', async (height) => {
  await forkStory(async (telling) => {
    const {chain, cast, fork, indexed, start, stop} = telling;
    await busyBranch(telling);
    await indexed();
    await stop();
    await chain.forkAt(fork);
    await chain.mine(cast.transfer(BOB, ALICE, 2n * WAD));
    await chain.mineTo(height);
    start();
  });
});

// ... - 20 +- 21 ... 25 (A), then the squid is stopped
//          +- 21 ... 25 (B); the squid is asked to stop at 25, a height it has already committed on A
test('a run up to a height ends on the winning branch, not on what an earlier run left of the other', async () => {
  await forkStory(async (telling) => {
    const {chain, cast, fork, indexed, start, stop} = telling;
    await busyBranch(telling);
    await indexed();
    await stop();
    await chain.forkAt(fork);
    await chain.mine(cast.transfer(BOB, ALICE, 2n * WAD));
    await chain.mineTo(25);
    expect(await start({to: 25}).untilEnded()).toBe(0);
  });
});

// ... - 20 +- 21 stake - 22 (A): its header is taken, then the node goes over to B before its views are read
//          +- 21 - 22 stake - 23 (B)
test('a fork between a block and the readings of its state is retried on the winning branch', async () => {
  await forkStory(async (telling) => {
    const {chain, cast, fork, indexed, start, stop} = telling;
    await stop();
    let forks = 0;
    const proxy = await proxyTo(chain.url, async ({method, params}) => {
      const [, block] = params as [unknown, {blockHash?: string} | undefined];
      if (method !== 'eth_call' || block?.blockHash === undefined || forks > 0) return undefined;
      forks += 1;
      await chain.forkAt(fork);
      await chain.mine();
      await chain.mine(cast.stake(BOB, 21n * WAD));
      return undefined;
    });
    try {
      await chain.mine(cast.stake(BOB, 20n * WAD));
      await chain.mine();
      const squid = start({rpcUrl: proxy.url});
      await until(
        'the fork',
        () => Promise.resolve(forks > 0 || undefined),
        30_000,
        () => squid.output,
      );
      await chain.mine();
      await indexed();
      await stop();
    } finally {
      await proxy.close();
    }
  });
});
