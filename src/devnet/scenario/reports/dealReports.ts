import type {Block} from '../block';
import {timeOf} from '../calendar';
import {EQUITY, type Deal} from '../deals';
import {duesOf, type Payment} from '../dues';
import {BORROWERS, type Borrower} from './borrowers';
import {iso, reportOf, type Told} from './document';

const NOON = 12;
const ISSUER = 'GAIB';

/** Everything that a deal owes, or is expected to pay, to the wei and the second as it will be paid when all goes well. */
export function scheduleOf(block: Block, deal: Deal, principal: bigint, drawnAt: number): Payment[] {
  return duesOf(deal, principal, drawnAt, (day) => timeOf(block.moment, day, NOON));
}

/** Publishes who owes a deal, with its registration. */
export function publishParties(block: Block, deal: Deal, principal: bigint): void {
  const {obligor, region, reserveBps} = borrowerOf(deal);
  const reserveRequired = reserveBps === null ? null : String((principal * BigInt(reserveBps)) / 10_000n);
  block.reports.push(
    reportOf(told(block, deal, 'parties'), {kind: 'ASSET_PARTIES', body: {obligor, region, reserveRequired}}),
  );
}

/** Publishes the payments of a deal, with its draw: owed by contract, except those of equity. */
export function publishSchedule(block: Block, deal: Deal, principal: bigint): void {
  const payments = scheduleOf(block, deal, principal, block.moment.timestamp).map((payment) => ({
    dueAt: iso(payment.dueAt),
    interest: String(payment.interest),
    principal: String(payment.principal),
  }));
  const contractual = deal.dealType !== EQUITY;
  block.reports.push(reportOf(told(block, deal, 'schedule'), {kind: 'ASSET_SCHEDULE', body: {contractual, payments}}));
}

/** @throws RangeError for a deal without a borrower */
export function borrowerOf({code}: Deal): Borrower {
  const borrower = BORROWERS[code];
  if (borrower === undefined) throw new RangeError(`The deal ${code} has no borrower.`);
  return borrower;
}

function told(block: Block, deal: Deal, what: string): Told {
  const {timestamp} = block.moment;
  const {chainId} = block.protocol;
  return {
    ...{chainId, subject: deal.assetId, asOf: timestamp, publishedAt: timestamp},
    ...{assurance: 'SELF_REPORTED', issuer: ISSUER, path: `${deal.code}/${what}`},
  };
}
