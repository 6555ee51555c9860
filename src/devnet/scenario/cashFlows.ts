import {OPERATOR} from '../accounts';
import type {Block} from './block';
import {SECONDS_PER_YEAR} from './calendar';
import type {Deal} from './deals';
import {AID_PER_UNIT} from './ledger';

/** The distributor's kinds of receipt. */
export const RECEIPT = {revenue: 0, passThrough: 1} as const;

/** A payment into the distributor, in stablecoin units, for a period in unix seconds. */
export interface Receipt {
  readonly assetId: string;
  readonly token: 'usdc' | 'usdt';
  readonly payer: string;
  readonly kind: number;
  readonly units: bigint;
  readonly start: number;
  readonly end: number;
}

/** Income of a principal over a time at a yearly rate, in AID wei, floored. */
export function incomeOf(outstanding: bigint, aprBps: number, seconds: number): bigint {
  return (outstanding * BigInt(aprBps) * BigInt(seconds)) / (10_000n * BigInt(SECONDS_PER_YEAR));
}

/** Plans a payment into the distributor. */
export function receive(block: Block, {assetId, token, payer, kind, units, start, end}: Receipt): void {
  const {address} = block.protocol;
  block.call(OPERATOR, 'revenueDistributor', 'receiveRevenue', assetId, address[token], payer, kind, units, start, end);
  block.debit(token, payer, units);
  block.credit(token, address.minter, units);
}

/** Plans the return of principal and income, AID wei in multiples of 1e12, from the borrower to the vault. */
export function giveBack(block: Block, deal: Deal, principal: bigint, income: bigint): void {
  const {address} = block.protocol;
  block.call(
    OPERATOR,
    'said',
    'returnCapital',
    deal.assetId,
    address[deal.collateral],
    deal.borrower,
    principal,
    income,
  );
  block.credit('aid', address.said, principal + income);
  block.credit(deal.collateral, address.minter, (principal + income) / AID_PER_UNIT);
}
