import {sum} from '../decimals';
import {FlowOracle} from '../flowOracle';
import {labelsFile, networkFile} from '../networkFile';
import {once, type Context} from '../seen';
import {namedAccounts, UsageOracle} from '../usageOracle';

const LEDGER = `residual nodes { id medium node opening closing residual }
  edges { medium from to cause assetId amount count } checks { name residual } opening { height } asOf { height }`;
/** Causes that no contract's word tells: they follow from who the ends are. */
const BY_CLASS = ['PAYMENT', 'DEFI_IN', 'DEFI_OUT', 'TRANSFER', 'OTHER'];
/** What 60 days of the scenario show already. */
const SHOWN = [
  ...['USD DEPOSIT', 'AID DEPOSIT', 'AID STAKE', 'AID UNSTAKE', 'USD REDEMPTION', 'AID REDEMPTION', 'USD INTEREST'],
  ...['USD TBILL_BUY', 'AID BRIDGE', 'AID FLASH_FEE', 'USD DEPLOYMENT', 'AID DEPLOYMENT', 'USD PRINCIPAL'],
  ...['USD REVENUE', 'USD PASS_THROUGH', 'AID FEES_PAID', 'AID PAID_TO_VAULT', 'AID PAID_TO_HOLDER'],
];
const ISSUANCE = 'AID:ISSUANCE';

type Node = Record<'id' | 'medium' | 'node' | 'opening' | 'closing' | 'residual', string>;
type Edge = Record<'medium' | 'from' | 'to' | 'cause' | 'amount', string> & {assetId: string | null; count: number};
type Ledger = {
  residual: string;
  nodes: Node[];
  edges: Edge[];
  checks: {name: string; residual: string}[];
  opening: {height: number} | null;
  asOf: {height: number};
};
/** Blocks (after, upTo]; -1 is before the first. */
type Period = readonly [after: number, upTo: number];

/** Where the money came from and went to, over the whole life and over a part of it. */
export function flowChecks(seen: Context): void {
  const periods = (): Period[] => {
    const {head} = seen();
    return [
      [-1, head],
      [Math.floor(head * 0.3), Math.floor(head * 0.9)],
    ];
  };
  const asked = once(async (args: string): Promise<Ledger> => {
    const {flowOfFunds} = await seen().product.query<{flowOfFunds: Ledger}>(`{ flowOfFunds${args} { ${LEDGER} } }`);
    return flowOfFunds;
  });
  const ledgerOf = async ([after, upTo]: Period): Promise<Ledger> => {
    const {chain, head} = seen();
    const date = async (block: number): Promise<string> => new Date((await chain.timeOf(block)) * 1000).toISOString();
    const from = after < 0 ? '' : `from: "${await date(after + 1)}"`;
    const to = upTo === head ? '' : `to: "${await date(upTo + 1)}"`;
    const flowOfFunds = await asked(from + to === '' ? '' : `(${from} ${to})`);
    expect([flowOfFunds.opening?.height ?? -1, flowOfFunds.asOf.height]).toEqual([after, upTo]);
    expect(flowOfFunds.residual).toBe('0');
    expect(flowOfFunds.checks.filter(({residual}) => residual !== '0')).toEqual([]);
    return flowOfFunds;
  };
  const nodeOf = (): ((account: string) => string) => {
    const {chain, product} = seen();
    const named = namedAccounts(labelsFile(product.dataDir), networkFile(product.dataDir));
    const nodes = new Map(named.map((account) => [account.address, account.class]));
    nodes.set(chain.one('said'), 'VAULT');
    nodes.set(chain.one('revenueDistributor'), 'DISTRIBUTOR');
    return (account) => nodes.get(account) ?? 'WALLET';
  };

  test('what was paid in, minted, staked, deployed, returned, distributed and redeemed is the sum of the logs that say so', async () => {
    for (const period of periods()) {
      const {edges} = await ledgerOf(period);
      const answered = new Map<string, {amount: bigint; count: number}>();
      for (const {medium, cause, assetId, amount, count} of edges.filter((edge) => !BY_CLASS.includes(edge.cause))) {
        const key = `${medium} ${cause} ${assetId}`;
        const before = answered.get(key) ?? {amount: 0n, count: 0};
        answered.set(key, {amount: before.amount + BigInt(amount), count: before.count + count});
      }
      const unexplained = edges.filter(({cause}) => cause === 'OTHER');
      expect(unexplained.filter(({from, to}) => ![from, to].includes('AID:PROTOCOL'))).toEqual([]);
      const expected = await new FlowOracle(seen().chain).flows(...period);
      expect(answered).toEqual(expected);
      const seenCauses = new Set([...expected.keys()].map((key) => key.slice(0, key.lastIndexOf(' '))));
      if (period[0] < 0) expect(SHOWN.filter((cause) => !seenCauses.has(cause))).toEqual([]);
    }
  });

  test('between every two nodes went what AID Transfer logs say, and stablecoins went in and out of custody as theirs say', async () => {
    for (const period of periods()) {
      const {edges} = await ledgerOf(period);
      const oracle = new FlowOracle(seen().chain);
      const pairs = new Map<string, bigint>();
      const usd = {in: 0n, out: 0n, inside: 0n};
      for (const {medium, from, to, amount} of edges) {
        if (medium === 'AID') {
          const pair = [from, to].map((node) => node.slice('AID:'.length)).join(' ');
          pairs.set(pair, (pairs.get(pair) ?? 0n) + BigInt(amount));
        } else usd[from !== to ? (to === 'USD:CUSTODY' ? 'in' : 'out') : 'inside'] += BigInt(amount);
      }
      expect(pairs).toEqual(await oracle.pairs(...period, nodeOf()));
      expect(pairs.size).toBeGreaterThan(15);
      expect(usd).toEqual(await oracle.custody(...period));
    }
  });

  test('every node opens and closes with what balanceOf() and totalSupply() say at those blocks', async () => {
    for (const period of periods()) {
      const {nodes} = await ledgerOf(period);
      expect(nodes.filter(({residual}) => residual !== '0')).toEqual([]);
      for (const [end, block] of [['opening', period[0]] as const, ['closing', period[1]] as const]) {
        const held = block < 0 ? new Map<string, bigint>() : await balances(block);
        const answered = nodes.filter(({medium, id}) => medium === 'AID' || id === 'USD:CUSTODY');
        for (const node of answered)
          expect([end, node.id, BigInt(node[end])]).toEqual([end, node.id, held.get(node.id) ?? 0n]);
        for (const id of held.keys()) if (held.get(id) !== 0n) expect(answered.map((node) => node.id)).toContain(id);
      }
    }
  });

  const balances = async (block: number): Promise<Map<string, bigint>> => {
    const {chain} = seen();
    const of = nodeOf();
    const held = new Map<string, bigint>();
    for (const [account, balance] of await chain.balances('aid', block)) {
      const id = `AID:${of(account)}`;
      held.set(id, (held.get(id) ?? 0n) + balance);
    }
    expect(sum(held.values())).toBe(await new UsageOracle(chain).supply('AID', block));
    held.set(ISSUANCE, -sum(held.values()));
    return held.set('USD:CUSTODY', await new FlowOracle(chain).inCustody(block));
  };
}
