import {secondsOf, sum} from '../decimals';
import {PayoutOracle, type Distribution, type Paid} from '../payoutOracle';
import {blocksOf, type Context} from '../seen';

const PAYOUT = 'holder balance expected observed';
const DISTRIBUTION = `assetId epoch at height net supply dust expectedDust isDustBounded residual payouts { ${PAYOUT} }`;
const PAGE = 500;

type Payout = Record<'holder' | 'balance' | 'expected' | 'observed', string>;
type Answer = Record<'assetId' | 'epoch' | 'at' | 'net' | 'supply' | 'dust' | 'expectedDust' | 'residual', string> & {
  height: number;
  isDustBounded: boolean;
  payouts: Payout[];
};

/** Who was paid what of every distribution. */
export function payoutChecks(seen: Context): void {
  const answered = async (block: number, holder = ''): Promise<Answer[]> => {
    const {payouts} = await seen().product.query<{payouts: {distributions: Answer[]; nextCursor: string | null}}>(
      `{ payouts(asOf: {block: ${block}}, limit: ${PAGE}${holder}) { nextCursor distributions { ${DISTRIBUTION} } } }`,
    );
    expect(payouts.nextCursor).toBeNull();
    return payouts.distributions;
  };

  test('every distribution was split by balanceOf() of the asset token, floored, and paid as RevenuePaid says', async () => {
    const {chain, head} = seen();
    const oracle = new PayoutOracle(chain);
    const [distributions, paid] = [await oracle.distributions(head), await oracle.paid(head)];
    const vault = chain.one('said');
    const expected = [];
    for (const one of distributions) {
      const own = paid.filter(({args}) => args.assetId === one.assetId && args.epoch === one.epoch);
      const said = new Map(own.map(({args: {holder, amount}}: {args: Paid}) => [holder, amount]));
      if (one.netToVault > 0n) said.set(vault, one.netToVault);
      expected.push(splitOf(one, await oracle.holders(one), said, vault));
    }
    expect(distributions.length).toBeGreaterThan(3);
    expect(expected.filter(({payouts}) => payouts.length > 1).length).toBeGreaterThan(1);
    const answers = (await answered(head)).map((answer) => ({...answer, at: secondsOf(answer.at)}));
    expect(answers.map(sorted)).toEqual(expected.map(sorted));
  });

  test('what each holder was paid in all is the sum of his RevenuePaid logs, at the head and in the past', async () => {
    const {chain, head} = seen();
    const oracle = new PayoutOracle(chain);
    for (const block of blocksOf(seen())) {
      const paid = await oracle.paid(block);
      const sums = new Map<string, bigint>();
      for (const {args} of paid) sums.set(args.holder, (sums.get(args.holder) ?? 0n) + args.amount);
      if (block === head) expect(sums.size).toBeGreaterThan(2);
      const holders = [...sums.keys()].sort().slice(0, 5);
      for (const holder of holders) {
        const own = (await answered(block, `, holder: "${holder}"`)).flatMap(({payouts}) => payouts);
        expect(new Set(own.map((payout) => payout.holder))).toEqual(new Set([holder]));
        expect(sum(own.map(({observed}) => BigInt(observed)))).toBe(sums.get(holder));
      }
      const total = (await answered(block)).flatMap(({payouts}) => payouts);
      const toHolders = total.filter(({holder}) => holder !== chain.one('said'));
      expect(sum(toHolders.map(({observed}) => BigInt(observed)))).toBe(sum(sums.values()));
    }
  });
}

const sorted = <A extends {payouts: Payout[]}>(answer: A): A => ({
  ...answer,
  payouts: [...answer.payouts].sort((a, b) => (a.holder < b.holder ? -1 : 1)),
});

/** A distribution as it must be answered: floor(net x balance / supply) each, all of it the vault's without tokens. */
function splitOf(
  {assetId, epoch, at, block, net, dust}: Distribution,
  holders: ReadonlyMap<string, bigint>,
  said: ReadonlyMap<string, bigint>,
  vault: string,
): Omit<Answer, 'at'> & {at: number} {
  const supply = sum(holders.values());
  const line = supply === 0n ? new Map([[vault, 0n]]) : holders;
  const shares = [...line].map(([holder, balance]) => {
    return {
      holder,
      balance,
      expected: supply === 0n ? net : (net * balance) / supply,
      observed: said.get(holder) ?? 0n,
    };
  });
  const expected = sum(shares.map((share) => share.expected));
  const residual = expected - sum(said.values());
  return {
    ...{assetId, epoch: `${epoch}`, at, height: block, net: `${net}`, supply: `${supply}`, dust: `${dust}`},
    expectedDust: `${net - expected}`,
    isDustBounded: dust <= BigInt(holders.size),
    residual: `${residual}`,
    payouts: shares.map(({holder, balance, expected: share, observed}) => {
      return {holder, balance: `${balance}`, expected: `${share}`, observed: `${observed}`};
    }),
  };
}
