/** The two media of the ledger, which meet where AID is minted and burned: stablecoins at par and AID, both WAD. */
export type Medium = 'USD' | 'AID';

/** An amount that went from one node to another for a cause; WAD. */
export interface FundEdge {
  readonly medium: Medium;
  readonly from: string;
  readonly to: string;
  readonly cause: string;
  /** Id of the asset that the cause names */
  readonly asset: string | null;
  readonly amount: bigint;
  /** Movements behind it */
  readonly count: number;
}

/** What a node held at both ends of the period; WAD. */
export interface NodeBalance {
  readonly medium: Medium;
  readonly node: string;
  readonly opening: bigint;
  readonly closing: bigint;
}

export interface FundNode extends NodeBalance {
  readonly inflow: bigint;
  readonly outflow: bigint;
  /** closing - (opening + inflow - outflow): anything but 0 is a movement that no edge shows */
  readonly residual: bigint;
}

/** Every node with what came in and went out; one that an edge names and nobody gave a balance held nothing. */
export function settle(edges: readonly FundEdge[], balances: readonly NodeBalance[]): FundNode[] {
  const key = (medium: Medium, node: string): string => `${medium} ${node}`;
  const nodes = new Map(balances.map((balance) => [key(balance.medium, balance.node), balance]));
  for (const {medium, from, to} of edges) {
    for (const node of [from, to]) {
      if (!nodes.has(key(medium, node))) nodes.set(key(medium, node), {medium, node, opening: 0n, closing: 0n});
    }
  }
  return [...nodes.values()].map((balance) => {
    const own = edges.filter(({medium}) => medium === balance.medium);
    const inflow = total(own.filter(({to}) => to === balance.node));
    const outflow = total(own.filter(({from}) => from === balance.node));
    return {...balance, inflow, outflow, residual: balance.closing - (balance.opening + inflow - outflow)};
  });
}

/** Sum of the residuals' sizes: 0 where every node balances. */
export const ledgerResidual = (nodes: readonly FundNode[]): bigint =>
  nodes.reduce((sum, {residual}) => sum + (residual < 0n ? -residual : residual), 0n);

export const total = (edges: readonly Pick<FundEdge, 'amount'>[]): bigint =>
  edges.reduce((sum, {amount}) => sum + amount, 0n);

/** Edges of the same ends, cause and asset as one, those of nothing left out, in a fixed order. */
export function merged(edges: readonly FundEdge[]): FundEdge[] {
  const sums = new Map<string, FundEdge>();
  for (const edge of edges) {
    const place = [edge.medium, edge.from, edge.to, edge.cause, edge.asset ?? ''].join(' ');
    const sum = sums.get(place);
    const [amount, count] = [edge.amount + (sum?.amount ?? 0n), edge.count + (sum?.count ?? 0)];
    sums.set(place, {...edge, amount, count});
  }
  const shown = [...sums].filter(([, {amount}]) => amount !== 0n);
  return shown.sort(([a], [b]) => (a < b ? -1 : 1)).map(([, edge]) => edge);
}
