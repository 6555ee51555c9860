import type {Cause} from './attributionTally';
import type {VaultFlowRow} from './vaultFlow';

/** What a mark of the whole book takes in, by cause. */
export type Taken = readonly (Cause & {readonly amount: bigint})[];

/**
 * What came since the last mark of the whole book, by cause, and the losses that the book does not show yet. Revenue counts
 * before its fees, the fees against it.
 */
export class WaitingCash {
  private readonly sums = new Map<string, Cause & {amount: bigint}>();
  private losses: VaultFlowRow[] = [];

  add(flow: VaultFlowRow): void {
    const {assetId, amount, fees} = flow;
    if (flow.kind === 'REVENUE') {
      this.count({kind: 'REVENUE', assetId}, amount + fees);
      this.count({kind: 'FEE', assetId}, -fees);
    }
    if (flow.kind === 'INCOME') this.count({kind: 'INCOME', assetId}, amount);
    if (flow.kind === 'COVER') this.count({kind: 'RESERVE_COVER', assetId}, amount);
    if (flow.kind === 'LOSS') this.losses.push(flow);
  }

  /** The losses that the book now shows, with what the reserve fund covers of them: that no longer waits. */
  takeLosses(): Taken {
    const losses = this.losses;
    this.losses = [];
    return losses.flatMap(({assetId, amount, covered}) => {
      this.count({kind: 'RESERVE_COVER', assetId}, -covered);
      return [
        {kind: 'LOSS', assetId, amount: -amount} as const,
        {kind: 'RESERVE_COVER', assetId, amount: covered} as const,
      ];
    });
  }

  /** All of it; what a mark absorbed beyond what anybody announced is a gift. */
  takeAll(absorbed: bigint): Taken {
    const taken = [...this.takeLosses(), ...this.sums.values()];
    this.sums.clear();
    const announced = taken.reduce((sum, {amount}) => sum + amount, 0n);
    return [...taken, {kind: 'DONATION', assetId: null, amount: absorbed - announced}];
  }

  private count(cause: Cause, amount: bigint): void {
    const key = `${cause.kind} ${cause.assetId ?? ''}`;
    this.sums.set(key, {...cause, amount: (this.sums.get(key)?.amount ?? 0n) + amount});
  }
}
