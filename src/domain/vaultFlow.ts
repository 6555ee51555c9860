import type {EventMeta} from './event';
import {factId} from './ids';
import type {VaultBookRow} from './vaultBook';

/**
 * What moves a vault's book, shares or cash. STAKE, UNSTAKE, FILL and WITHDRAW are the holders'; DEPLOY, PRINCIPAL, INCOME
 * and REVENUE the assets'; COVER is what the reserve fund paid in; LOSS a write-off; MARK a move of the whole book that no
 * flow explains, LOSS_MARK one by realised losses alone.
 */
export type FlowKind =
  | 'STAKE'
  | 'UNSTAKE'
  | 'FILL'
  | 'WITHDRAW'
  | 'DEPLOY'
  | 'PRINCIPAL'
  | 'INCOME'
  | 'REVENUE'
  | 'COVER'
  | 'LOSS'
  | 'MARK'
  | 'LOSS_MARK';

/** One flow of a vault; amounts in AID wei. */
export interface VaultFlowRow {
  readonly id: string;
  readonly chainId: number;
  /** Null where the distributor speaks, which pays the vault of its chain */
  readonly vault: string | null;
  readonly kind: FlowKind;
  readonly assetId: string | null;
  readonly owner: string | null;
  readonly requestId: bigint | null;
  /** AID that came, went, was fixed or was lost, never negative; of a mark the change of the book, signed */
  readonly amount: bigint;
  /** Of REVENUE the fees paid on the vault's part; 0 otherwise */
  readonly fees: bigint;
  /** Of LOSS the part that the reserve fund covers; 0 otherwise */
  readonly covered: bigint;
  /** Shares minted or burned; 0 where none are */
  readonly shares: bigint;
  /** Of a fill what is still owed to its request: 0 where it is settled */
  readonly remaining: bigint | null;
  /** Of shares that left: what they had cost, and their mean entry; null where nobody knows */
  readonly cost: bigint | null;
  readonly entryAt: number | null;
  /** Of a mark: what had waited for it */
  readonly absorbed: bigint | null;
  /** The vault after the flow; null where the distributor speaks */
  readonly totalAssets: bigint | null;
  readonly totalShares: bigint | null;
  readonly stakingNav: bigint | null;
  readonly unstakingNav: bigint | null;
  /** Block and time of the flow; of a mark found later, those at which the book changed */
  readonly effectiveHeight: number;
  readonly at: number;
  readonly height: number;
  readonly txHash: string | null;
  readonly record: string;
}

/** What a flow says besides where it happened and the vault after it. */
export type Flow = Pick<VaultFlowRow, 'kind' | 'amount'> &
  Partial<Omit<VaultFlowRow, 'id' | 'chainId' | 'height' | 'record' | 'kind' | 'amount'>>;

export const flowId = ({record, part}: EventMeta, kind: FlowKind): string => `${factId(record, part)}-${kind}`;

/** The flow of an event as a row; `book` is the vault's book after it. */
export function flowFact(meta: EventMeta, flow: Flow, book: VaultBookRow | undefined): VaultFlowRow {
  return {
    id: flowId(meta, flow.kind),
    chainId: meta.chainId,
    vault: book?.id ?? null,
    assetId: null,
    owner: null,
    requestId: null,
    fees: 0n,
    covered: 0n,
    shares: 0n,
    remaining: null,
    cost: null,
    entryAt: null,
    absorbed: null,
    totalAssets: book?.bookAssets ?? null,
    totalShares: book?.totalShares ?? null,
    stakingNav: book?.stakingNav ?? null,
    unstakingNav: book?.unstakingNav ?? null,
    effectiveHeight: meta.height,
    at: meta.at,
    txHash: meta.txHash,
    ...flow,
    height: meta.height,
    record: meta.record,
  };
}
