import {busyBranch} from './harness/busyBranch';
import {ALICE, BOB, WAD} from './harness/cast';
import {forkStory} from './harness/forkStory';
import {columnOf} from './harness/rows';
import {proxyTo} from './harness/rpcProxy';
import {until} from './harness/until';

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
    const goOver = async (): Promise<true> => {
      await chain.forkAt(fork);
      await chain.mine();
      await chain.mine(cast.stake(BOB, 21n * WAD));
      return true;
    };
    let forked: Promise<true> | undefined;
    const proxy = await proxyTo(chain.url, async ({method, params}) => {
      const [, block] = params as [unknown, {blockHash?: string} | undefined];
      if (method === 'eth_call' && block?.blockHash !== undefined) await (forked ??= goOver());
      return undefined;
    });
    try {
      await chain.mine(cast.stake(BOB, 20n * WAD));
      await chain.mine();
      const squid = start({rpcUrl: proxy.url});
      const inFlight = (): Promise<true | undefined> => forked ?? Promise.resolve(undefined);
      await until('the fork', inFlight, 30_000, () => squid.output);
      await chain.mine();
      await indexed();
      await stop();
    } finally {
      await proxy.close();
    }
  });
});

// ... - 20 - 21 - 22 silent step - 23 - 24 (grid: finds 22), while the node answers for 22 as one on another branch does
test('a step is looked for on the branch being indexed, whatever branch the node is on', async () => {
  const rows = await forkStory(async (telling) => {
    const {chain, cast, indexed, start, stop} = telling;
    await stop();
    await chain.mine();
    const {hash, timestamp} = await chain.head();
    let astray = false;
    const proxy = await proxyTo(chain.url, ({method, params: [height]}) => {
      const asked = astray && method === 'eth_getBlockByNumber' && height === '0x16';
      return asked ? {result: {number: height, hash, timestamp: `0x${timestamp.toString(16)}`}} : undefined;
    });
    try {
      await chain.mine(cast.silentMark(600n * WAD));
      start({rpcUrl: proxy.url});
      await indexed();
      astray = true;
      await chain.mineTo(26);
      await indexed();
      astray = false;
      await stop();
    } finally {
      await proxy.close();
    }
  });
  expect(columnOf(rows, 'nav_mark', 'effective_height')).toEqual([8, 10, 22]);
});
