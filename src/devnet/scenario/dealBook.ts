import type {LogDescription} from 'ethers';

/** The asset registry's statuses. */
export const STATUS = {pending: 0, active: 1, delinquent: 2, defaulted: 3, matured: 4, liquidated: 5} as const;

/** How a deal stands, amounts in AID wei. */
export interface DealState {
  readonly principal: bigint;
  readonly status: number;
  /** Drawn, neither repaid nor written off. */
  readonly outstanding: bigint;
  /** Unix seconds up to which revenue has been paid; 0 before the first payment. */
  readonly paidUntil: number;
  readonly unrealizedLoss: bigint;
  /** Unix seconds of the first draw; 0 before it. */
  readonly drawnAt: number;
}

/** The deals as their events tell them. */
export class DealBook {
  private readonly states = new Map<string, DealState>();

  /** undefined before its registration */
  get(assetId: string): DealState | undefined {
    return this.states.get(assetId);
  }

  apply(timestamp: number, {name, args}: LogDescription): void {
    if (name === 'AssetRegistered') {
      const fresh = {status: STATUS.pending, outstanding: 0n, paidUntil: 0, unrealizedLoss: 0n, drawnAt: 0};
      this.states.set(String(args.getValue('assetId')), {...fresh, principal: args.getValue('principal') as bigint});
      return;
    }
    const change = CHANGES[name];
    const assetId = change === undefined ? undefined : String(args.getValue('assetId'));
    const state = assetId === undefined ? undefined : this.states.get(assetId);
    if (change === undefined || assetId === undefined || state === undefined) return;
    this.states.set(assetId, {...state, ...change(state, (field) => args.getValue(field) as bigint, timestamp)});
  }
}

type Change = (state: DealState, value: (field: string) => bigint, timestamp: number) => Partial<DealState>;

const CHANGES: Readonly<Record<string, Change>> = {
  AssetStatusChanged: (_, value) => ({status: Number(value('newStatus'))}),
  CapitalDeployed: ({outstanding, drawnAt}, value, timestamp) => ({
    outstanding: outstanding + value('amount'),
    drawnAt: drawnAt === 0 ? timestamp : drawnAt,
  }),
  CapitalReturned: ({outstanding}, value) => ({outstanding: outstanding - value('principal')}),
  LossRealized: ({outstanding, unrealizedLoss}, value) => ({
    outstanding: outstanding - value('amount'),
    unrealizedLoss: unrealizedLoss > value('amount') ? unrealizedLoss - value('amount') : 0n,
  }),
  UnrealizedLossSet: (_, value) => ({unrealizedLoss: value('newLoss')}),
  RevenueReceived: (_, value) => ({paidUntil: Number(value('periodEnd'))}),
};

/** The events that move a deal. */
export const DEAL_EVENTS: readonly string[] = ['AssetRegistered', ...Object.keys(CHANGES)];
