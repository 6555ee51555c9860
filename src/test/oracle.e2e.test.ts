import {id} from 'ethers';
import {ChainOracle, LEGS} from './oracle/chainOracle';
import {allChecks} from './oracle/checks/all';
import {halfEven, wad} from './oracle/decimals';
import {startProduct, type Product} from './oracle/product';

/**
 * The product against the chain itself: what the API answers must be what ethers reads with eth_call and eth_getLogs, to
 * the last wei. Nothing here imports the squid.
 */
const FULL = process.env['FULL'] === '1';
const SEEDS = [1, 2, 3];
const DAYS = FULL ? 365 : 60;
const PAGE = 1000;

type Balances = {tokenBalances: {id: string; account: string; balance: string}[]};

describe.each(SEEDS)('seed %i', (seed) => {
  let product: Product;
  let oracle: ChainOracle;
  let head: number;

  beforeAll(async () => {
    product = await startProduct(['--seed', `${seed}`, '--days', `${DAYS}`]);
    oracle = new ChainOracle(product.rpcUrl, product.roles());
    head = await oracle.head();
  }, 300_000);

  afterAll(async () => {
    oracle.close();
    await product.stop();
    product.forget();
  });

  test('supply is totalSupply(), its causes sum to it, and what is away is what the bridge sent', async () => {
    type Supply = {total: string; away: string; byCause: {net: string}[]; asOf: {height: number}};
    const {supply} = await product.query<{supply: Supply}>('{ supply { total away byCause { net } asOf { height } } }');
    expect(supply.asOf.height).toBe(head);
    const total = await oracle.supply('aid', head);
    expect(BigInt(supply.total)).toBe(total);
    expect(supply.byCause.reduce((sum, {net}) => sum + BigInt(net), 0n)).toBe(total);
    expect(BigInt(supply.away)).toBe(await oracle.away(head));
  });

  test('who holds a role, or is denied, is who hasRole() says, at three blocks', async () => {
    type Holder = {contract: string; role: string; account: string};
    const denied = {role: id('DENIED_ADDRESS_ROLE'), contract: product.roles().get('aid')?.[0] ?? ''};
    for (const share of [0.4, 0.7, 1]) {
      const block = Math.floor(head * share);
      const {authority, supply} = await product.query<{
        authority: {holders: Holder[]; contracts: {contract: string}[]};
        supply: {deniedAccounts: number};
      }>(
        `{ authority(asOf: {block: ${block}}) { holders { contract role account } contracts { contract } }
           supply(asOf: {block: ${block}}) { deniedAccounts } }`,
      );
      const expected = [
        ...(await oracle.roleHolders(
          authority.contracts.map(({contract}) => contract),
          block,
        )),
      ];
      const isDenial = (holder: string): boolean => holder.startsWith(`${denied.contract} ${denied.role} `);
      const held = authority.holders.map(({contract, role, account}) => `${contract} ${role} ${account}`);
      expect(held.length).toBeGreaterThan(10);
      expect(new Set(held)).toEqual(new Set(expected.filter((holder) => !isDenial(holder))));
      expect(supply.deniedAccounts).toBe(expected.filter(isDenial).length);
    }
  });

  test.each(['aid', 'said'] as const)('every holder of %s holds what balanceOf() answers', async (role) => {
    const expected = await oracle.balances(role, head);
    const held = await balancesOf(product.roles().get(role)?.[0] ?? '', false);
    expect(held.size).toBeGreaterThan(20);
    expect(held).toEqual(expected);
    const total = [...held.values()].reduce((sum, balance) => sum + balance, 0n);
    expect(total).toBe(await oracle.supply(role, head));
  });

  test('every fraction of an asset token is what balanceOf(account, id) answers', async () => {
    const held = await balancesOf(product.roles().get('assetToken')?.[0] ?? '', true);
    expect(held.size).toBeGreaterThan(0);
    expect(held).toEqual(await oracle.fractions(head));
  });

  test('both NAVs are convertToAssets and convertToAssetsWithLoss of one share, at the head and at past blocks', async () => {
    for (const block of [head, Math.floor(head / 2), Math.floor((head * 3) / 4)]) {
      const {stakingYield} = await product.query<{stakingYield: {stakingNav: string; unstakingNav: string}}>(
        `{ stakingYield(asOf: {block: ${block}}) { stakingNav unstakingNav } }`,
      );
      const {staking, unstaking} = await oracle.navs(block);
      expect([block, wad(stakingYield.stakingNav), wad(stakingYield.unstakingNav)]).toEqual([
        block,
        staking,
        unstaking,
      ]);
    }
  });

  test('the backing ratio is reserves over supply, at three dates', async () => {
    for (const share of [0.5, 0.8, 1]) {
      const block = Math.floor(head * share);
      const {backing} = await product.query<{
        backing: {ratio: string; state: string; reservesUsd: string; liabilities: string};
      }>(`{ backing(asOf: {block: ${block}}) { ratio state reservesUsd liabilities } }`);
      const {reserves, liabilities} = await oracle.backing(block);
      expect(backing.state).toBe('COMPLETE');
      expect(BigInt(backing.liabilities)).toBe(liabilities);
      expect(wad(backing.reservesUsd)).toBe(reserves);
      expect(wad(backing.ratio)).toBe(halfEven(reserves * 10n ** 18n, liabilities));
    }
  });

  test("every asset's revenue, leg by leg, is the sum of its RevenueDistributed logs", async () => {
    const {revenueDistribution} = await product.query<{
      revenueDistribution: ({assetId: string; residual: string} & Record<string, string>)[];
    }>(`{ revenueDistribution { assetId residual ${LEGS.join(' ')} } }`);
    const expected = await oracle.revenue(head);
    expect(expected.size).toBeGreaterThan(0);
    const paid = revenueDistribution.filter(({gross}) => gross !== '0');
    expect(new Set(paid.map(({assetId}) => assetId))).toEqual(new Set(expected.keys()));
    for (const answer of paid) {
      expect(Object.fromEntries(LEGS.map((leg) => [leg, BigInt(answer[leg] ?? 0)]))).toEqual(
        expected.get(answer.assetId),
      );
      expect(answer.residual).toBe('0');
    }
  });

  allChecks(() => ({product, chain: oracle, head}), FULL);

  async function balancesOf(token: string, byId: boolean): Promise<Map<string, bigint>> {
    const held = new Map<string, bigint>();
    for (let after = ''; ;) {
      const {tokenBalances} = await product.query<Balances>(
        `{ tokenBalances(limit: ${PAGE}, orderBy: id_ASC, where: {id_gt: "${after}", token_startsWith: "31337-${token}", balance_gt: "0"}) { id account balance } }`,
      );
      for (const {id, account, balance} of tokenBalances) {
        held.set(byId ? `${id.split('-')[2]} ${account}` : account, BigInt(balance));
      }
      if (tokenBalances.length < PAGE) return held;
      after = tokenBalances.at(-1)?.id ?? '';
    }
  }
});
