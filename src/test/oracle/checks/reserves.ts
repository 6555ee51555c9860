import {halfEven, ratioWad, secondsOf, sum, wad, wadOrNull} from '../decimals';
import {FlowOracle} from '../flowOracle';
import {USD} from '../flowWords';
import {ERC20, FEED, REDEEMER, VAULT} from '../interfaces';
import {inForce, networkFile} from '../networkFile';
import {QueueOracle} from '../queueOracle';
import {blocksOf, type Context} from '../seen';

const COMPONENT = 'kind name valueUsd share asOf publishedAt';
const BACKING = `reservesUsd liquidShare hhi haircutRatio liabilities components { ${COMPONENT} }`;
const BUFFER = 'buffer deployed book stressLoss stressOutflow adequacy share targetShare shareGap';
const ROUTE = `route contract outputAsset feeBps capacity payoutFloat dailyLimit redeemedToday remainingAllowance pendingAhead`;

type Component = Record<'kind' | 'name' | 'valueUsd' | 'share' | 'asOf', string> & {publishedAt: string | null};
type Backing = Record<'reservesUsd' | 'liquidShare' | 'hhi' | 'haircutRatio' | 'liabilities', string> & {
  components: Component[];
};
type Buffer = Record<'buffer' | 'deployed' | 'book' | 'stressLoss' | 'stressOutflow', string> &
  Record<'adequacy' | 'share' | 'targetShare' | 'shareGap', string | null>;
type Route = {route: string; contract: string; outputAsset: string; feeBps: number | null} & Record<
  'capacity' | 'payoutFloat' | 'dailyLimit' | 'redeemedToday' | 'remainingAllowance' | 'pendingAhead',
  string | null
>;

/** What the reserves are made of, what the vault's cash withstands, and the ways out. */
export function reserveChecks(seen: Context): void {
  test('every stablecoin is worth balanceOf() of the custody addresses, the T-bills are dated as latestRoundData() says, and each has its share', async () => {
    for (const block of blocksOf(seen())) {
      const {chain, product} = seen();
      const {backing} = await product.query<{backing: Backing}>(`{ backing(asOf: {block: ${block}}) { ${BACKING} } }`);
      const {contracts, parameters} = networkFile(product.dataDir);
      const {reserves, liabilities} = await chain.backing(block);
      const values = new Map<string, bigint>();
      for (const {name, address} of contracts.filter(({role}) => role === 'reserveAsset')) {
        let held = 0n;
        for (const role of ['aid', 'minter', 'redeemer']) {
          held += await chain.view<bigint>(address, ERC20, 'balanceOf', [chain.one(role)], block);
        }
        values.set(name, held * USD);
      }
      const liquid = sum(values.values());
      expect(liquid).toBe(await new FlowOracle(chain).inCustody(block));
      const tbills = contracts.find(({role}) => role === 'reserveFeed')?.name ?? '';
      values.set(tbills, reserves - liquid);
      expect(new Map(backing.components.map(({name, valueUsd}) => [name, wad(valueUsd)]))).toEqual(values);
      for (const {name, share} of backing.components) {
        expect(wad(share)).toBe(ratioWad(values.get(name) ?? 0n, reserves));
      }
      const cut = inForce(
        parameters.haircuts.filter(({component}) => component === 'TBILL'),
        block,
      ).bps;
      const afterCut = liquid * 10_000n + (reserves - liquid) * BigInt(10_000 - cut);
      expect(wad(backing.liquidShare)).toBe(ratioWad(liquid, reserves));
      expect(wad(backing.hhi)).toBe(ratioWad(sum([...values.values()].map((one) => one * one)), reserves * reserves));
      expect(wad(backing.haircutRatio)).toBe(halfEven(afterCut * 10n ** 14n, liabilities));
      const round = await chain.view<{startedAt: bigint; updatedAt: bigint}>(
        chain.one('reserveFeed'),
        FEED,
        'latestRoundData',
        [],
        block,
      );
      const dated = backing.components.find(({kind}) => kind === 'TBILL');
      expect([dated?.asOf, dated?.publishedAt].map((date) => secondsOf(date ?? ''))).toEqual(
        [round.updatedAt, round.startedAt].map(Number),
      );
      expect(values.size).toBe(3);
    }
  });

  test('the buffer is balanceOf() less pendingAssets(), against totalOutstanding() and totalAssets() under stress', async () => {
    for (const block of blocksOf(seen())) {
      const {chain, product} = seen();
      const {bufferAdequacy: answer} = await product.query<{bufferAdequacy: Buffer}>(
        `{ bufferAdequacy(asOf: {block: ${block}}) { ${BUFFER} } }`,
      );
      const terms = inForce(networkFile(product.dataDir).parameters.buffer, block);
      const queue = new QueueOracle(chain);
      const view = (method: string): Promise<bigint> => chain.view<bigint>(chain.one('said'), VAULT, method, [], block);
      const buffer = (await queue.liquid(block)) - (await queue.pending(block));
      const [deployed, book] = [await view('totalOutstanding'), await view('totalAssets')];
      const [loss, outflow] = [deployed * BigInt(terms.stressLossBps), book * BigInt(terms.stressOutflowBps)];
      expect([answer.buffer, answer.deployed, answer.book].map(BigInt)).toEqual([buffer, deployed, book]);
      expect([answer.stressLoss, answer.stressOutflow].map(BigInt)).toEqual([loss / 10_000n, outflow / 10_000n]);
      expect(wadOrNull(answer.adequacy)).toBe(ratioWad(buffer * 10_000n, loss + outflow));
      expect(wadOrNull(answer.share)).toBe(ratioWad(buffer, buffer + deployed));
      const target = BigInt(terms.targetBps) * (buffer + deployed);
      expect(wadOrNull(answer.shareGap)).toBe(ratioWad(buffer * 10_000n - target, (buffer + deployed) * 10_000n));
    }
  });

  test('the ways out take what the redeemer and the vault say: float, fee, limit of the day, and the queue ahead', async () => {
    for (const block of blocksOf(seen())) {
      const {chain, product} = seen();
      const {redemptionRoutes} = await product.query<{redemptionRoutes: Route[]}>(
        `{ redemptionRoutes(asOf: {block: ${block}}) { ${ROUTE} } }`,
      );
      const redeemer = chain.one('redeemer');
      const view = <T>(method: string, ...args: unknown[]): Promise<T> =>
        chain.view<T>(redeemer, REDEEMER, method, args, block);
      const coin = (await view<string>('stablecoin')).toLowerCase();
      const float = USD * (await chain.view<bigint>(coin, ERC20, 'balanceOf', [redeemer], block));
      const limit = await view<bigint>('redeemLimitPerDay');
      const used = await view<bigint>('dailyRedeemed', BigInt(Math.floor((await chain.timeOf(block)) / 86_400)));
      const left = limit > used ? limit - used : 0n;
      const queue = new QueueOracle(chain);
      const [held, pending] = [await queue.liquid(block), await queue.pending(block)];
      expect(redemptionRoutes).toEqual([
        {
          ...{route: 'AID', contract: redeemer, outputAsset: coin},
          feeBps: Number(await view<bigint>('redemptionFeeBps')),
          ...{capacity: `${float < left ? float : left}`, payoutFloat: `${float}`, dailyLimit: `${limit}`},
          ...{redeemedToday: `${used}`, remainingAllowance: `${left}`, pendingAhead: null},
        },
        {
          ...{route: 'SAID', contract: chain.one('said'), outputAsset: chain.one('aid'), feeBps: null},
          ...{capacity: `${held}`, payoutFloat: `${held}`, dailyLimit: null, redeemedToday: null},
          ...{remainingAllowance: null, pendingAhead: `${pending}`},
        },
      ]);
    }
  });
}
