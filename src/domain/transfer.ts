import {tokenOf} from './balance';
import type {EventOf} from './event';
import {balanceRowId, factId, logsBefore, ZERO_ADDRESS} from './ids';
import type {BalanceAfter} from './token';
import type {CauseEvent, TransferCause} from './transferClaims';
import type {TransferTrailRow} from './transferTrail';

/** One movement of a token with both balances after it; null for the zero address. */
export interface TransferRow {
  readonly id: string;
  readonly chainId: number;
  readonly token: string;
  readonly tokenId: bigint | null;
  readonly from: string;
  readonly to: string;
  readonly amount: bigint;
  readonly fromBalance: bigint | null;
  readonly toBalance: bigint | null;
  /** What AID moved for, as a later log of the transaction says; OTHER where none does, null for other tokens */
  readonly cause: TransferCause | null;
  /** Record of the log that says so */
  readonly causeRecord: string | null;
  /** Id of the asset that it names */
  readonly asset: string | null;
  /** Of AID minted for capital that came back: the part that repays principal */
  readonly principal: bigint | null;
  readonly height: number;
  readonly at: number;
  readonly txHash: string;
  readonly record: string;
}

export function transferFact(event: EventOf<'TokenTransferred'>, balance: BalanceAfter): TransferRow {
  const token = tokenOf(event);
  const after = (account: string): bigint | null =>
    account === ZERO_ADDRESS ? null : (balance(balanceRowId(token, account))?.balance ?? null);
  return {
    id: factId(event.meta.record, event.meta.part),
    chainId: event.meta.chainId,
    token,
    tokenId: event.tokenId,
    from: event.from,
    to: event.to,
    amount: event.amount,
    fromBalance: after(event.from),
    toBalance: after(event.to),
    cause: event.meta.role === 'aid' ? 'OTHER' : null,
    causeRecord: null,
    asset: null,
    principal: null,
    height: event.meta.height,
    at: event.meta.at,
    txHash: event.meta.txHash,
    record: event.meta.record,
  };
}

/** More logs than a block can hold. */
const ANYWHERE = 8192;

/** The transfers that a log may explain: all before it in its block, of which the trail has its transaction's. */
export const explainedKeys = ({meta}: CauseEvent): string[] => logsBefore(meta.record, ANYWHERE);

/** The transfer with what the trail of its transaction says of it; unchanged where that says nothing new. */
export function evolveTransfer(
  row: TransferRow | undefined,
  trail: TransferTrailRow | undefined,
): TransferRow | undefined {
  const step = trail?.txHash === row?.txHash ? trail?.steps.find(({id}) => id === row?.id) : undefined;
  if (row === undefined || step === undefined || step.causeRecord === row.causeRecord) return row;
  const {cause, causeRecord, asset, principal} = step;
  return {...row, cause, causeRecord, asset, principal: principal === null ? null : BigInt(principal)};
}
