import {inGroups} from '../chainReader';
import {secondsOf, sum} from '../decimals';
import {DealOracle} from '../dealOracle';
import {QUEUE, VAULT} from '../interfaces';
import {PayoutOracle} from '../payoutOracle';
import {QueueOracle} from '../queueOracle';
import {blocksOf, type Context} from '../seen';
import {UsageOracle, ZERO} from '../usageOracle';

const REQUEST = 'requestId status shares assetsQuoted assetsPaid assetsRemaining requestedAt settledAt';
const ACCOUNT = `balances { token balance received sent } shares stakingValue unstakingValue
  staked unstaked unstakePaid unstakePending requests { ${REQUEST} } assetTokens { assetId balance paid count }`;
/** Nobody's. */
const STRANGER = '0x00000000000000000000000000000000000000aa';

type Balance = Record<'token' | 'balance' | 'received' | 'sent', string>;
type Request = Record<'requestId' | 'status' | 'shares' | 'assetsQuoted' | 'assetsPaid' | 'assetsRemaining', string> & {
  requestedAt: string;
  settledAt: string | null;
};
type Amount = 'shares' | 'stakingValue' | 'unstakingValue' | 'staked' | 'unstaked' | 'unstakePaid' | 'unstakePending';
type Account = Record<Amount, string> & {
  balances: Balance[];
  requests: Request[];
  assetTokens: {assetId: string; balance: string; paid: string; count: number}[];
};

/** What single accounts hold, are owed and were paid. */
export function accountChecks(seen: Context): void {
  /** Some of each kind: large holders of both tokens, owners of requests, holders of asset tokens, a stranger. */
  const sample = async (): Promise<string[]> => {
    const {chain, head} = seen();
    const largest = async (role: 'aid' | 'said'): Promise<string[]> =>
      [...(await chain.balances(role, head))].sort(([, a], [, b]) => (a > b ? -1 : 1)).map(([account]) => account);
    const requests = await new QueueOracle(chain).requests(head);
    const paid = requests.filter(({fills}) => fills.length > 0);
    const open = requests.filter(({quoted, fills}) => sum(fills.map((fill) => fill.paid)) < quoted);
    const holders = [...new Set((await new PayoutOracle(chain).paid(head)).map(({args}) => args.holder))];
    return [
      ...[...(await largest('aid')).slice(0, 3), ...(await largest('said')).slice(0, 3), STRANGER],
      ...[...paid.slice(0, 3), ...paid.slice(-2), ...open.slice(0, 3), ...open.slice(-2)].map(({owner}) => owner),
      ...holders.slice(0, 4),
    ].filter((account, i, all) => all.indexOf(account) === i);
  };
  type Answered = {account: string; block: number; answer: Account};
  let answered: Promise<Answered[]> | undefined;
  const ask = async (): Promise<Answered[]> => {
    const accounts = await sample();
    expect(accounts.length).toBeGreaterThan(10);
    const asked = blocksOf(seen())
      .slice(0, 2)
      .flatMap((block) => accounts.map((account) => ({account, block})));
    return inGroups(asked, async ({account, block}) => {
      const {answer} = await seen().product.query<{answer: Account}>(
        `{ answer: account(address: "${account}", asOf: {block: ${block}}) { ${ACCOUNT} } }`,
      );
      return {account, block, answer};
    });
  };
  const each = async (check: (account: string, answer: Account, block: number) => Promise<void>): Promise<void> => {
    answered ??= ask();
    await inGroups(await answered, ({account, answer, block}) => check(account, answer, block));
  };

  test('an account holds what balanceOf() says of each token, received and sent by Transfer logs', async () => {
    await each(async (account, {balances}, block) => {
      const oracle = new UsageOracle(seen().chain);
      expect(balances.map(({token}) => token).slice(0, 2)).toEqual(['AID', 'SAID']);
      for (const {token, balance, received, sent} of balances) {
        expect([token, BigInt(balance)]).toEqual([token, await oracle.balance(token, account, block)]);
        expect(BigInt(received) - BigInt(sent)).toBe(BigInt(balance));
        if (token !== 'AID' && token !== 'SAID') continue;
        const moves = await oracle.transfers(token === 'AID' ? 'aid' : 'said', block);
        const total = (end: 'from' | 'to'): bigint =>
          sum(moves.filter(({args}) => args[end] === account && account !== ZERO).map(({args}) => args.value));
        expect([received, sent].map(BigInt)).toEqual([total('to'), total('from')]);
      }
    });
  });

  test('the shares of an account are worth convertToAssets() and convertToAssetsWithLoss()', async () => {
    const vault = seen().chain.one('said');
    let holding = 0;
    await each(async (account, answer, block) => {
      const view = (method: string, shares: bigint): Promise<bigint> =>
        seen().chain.view<bigint>(vault, VAULT, method, [shares], block);
      const shares = await new UsageOracle(seen().chain).balance('SAID', account, block);
      expect(BigInt(answer.shares)).toBe(shares);
      expect(BigInt(answer.stakingValue)).toBe(await view('convertToAssets', shares));
      expect(BigInt(answer.unstakingValue)).toBe(await view('convertToAssetsWithLoss', shares));
      holding += shares > 0n ? 1 : 0;
    });
    expect(holding).toBeGreaterThan(3);
  });

  test('the requests of an account are those of its logs, and what is pending is getUnstakeRequest()', async () => {
    const {chain} = seen();
    const vault = chain.one('said');
    let [open, settled] = [0, 0];
    await each(async (account, answer, block) => {
      const requests = (await new QueueOracle(chain).requests(block)).filter(({owner}) => owner === account);
      const paid = requests.map(({fills}) => sum(fills.map((fill) => fill.paid)));
      const [, pending] = await chain.view<[bigint, bigint]>(vault, QUEUE, 'getUnstakeRequest', [account], block);
      const deposits = await chain.events<{owner: string; assets: bigint}>(vault, VAULT, 'Deposit', block);
      const staked = sum(deposits.filter(({args}) => args.owner === account).map(({args}) => args.assets));
      const expected = requests.map(({requestId, shares, quoted, at, fills}, i) => {
        const soFar = paid[i] ?? 0n;
        const isSettled = soFar === quoted;
        return {
          ...{requestId: `${requestId}`, shares: `${shares}`, assetsQuoted: `${quoted}`, assetsPaid: `${soFar}`},
          ...{assetsRemaining: `${quoted - soFar}`, requestedAt: at},
          status: isSettled ? 'SETTLED' : soFar === 0n ? 'PENDING' : 'PARTIALLY_FILLED',
          settledAt: isSettled ? (fills.at(-1)?.at ?? null) : null,
        };
      });
      const dated = answer.requests.map(({requestedAt, settledAt, ...request}) => ({
        ...{
          ...request,
          requestedAt: secondsOf(requestedAt),
          settledAt: settledAt === null ? null : secondsOf(settledAt),
        },
      }));
      expect(dated).toEqual(expected.reverse());
      expect(BigInt(answer.unstakePending)).toBe(pending);
      expect([answer.staked, answer.unstaked, answer.unstakePaid].map(BigInt)).toEqual([
        ...[staked, sum(requests.map(({quoted}) => quoted)), sum(paid)],
      ]);
      open += pending > 0n ? 1 : 0;
      settled += answer.requests.filter(({status}) => status === 'SETTLED').length;
    });
    expect(open).toBeGreaterThan(0);
    expect(settled).toBeGreaterThan(0);
  });

  test('an account was paid by each asset what RevenuePaid says, and holds what balanceOf(account, id) answers', async () => {
    let paying = 0;
    await each(async (account, {assetTokens}, block) => {
      const {chain} = seen();
      const paid = (await new PayoutOracle(chain).paid(block)).filter(({args}) => args.holder === account);
      const deals = await new DealOracle(chain).deals(block);
      await inGroups(deals, async ({assetId}) => {
        const own = paid.filter(({args}) => args.assetId === assetId);
        const answer = assetTokens.find((one) => one.assetId === assetId);
        const held = await new UsageOracle(chain).balance(assetId, account, block);
        expect([answer?.balance ?? '0', answer?.paid ?? '0', answer?.count ?? 0]).toEqual([
          ...[`${held}`, `${sum(own.map(({args}) => args.amount))}`, own.length],
        ]);
        paying += own.length;
      });
    });
    expect(paying).toBeGreaterThan(0);
  });
}
