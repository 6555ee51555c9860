import {readdirSync, readFileSync} from 'node:fs';
import path from 'node:path';
import {secondsOf} from './decimals';

export interface Payment {
  readonly dueAt: number;
  readonly interest: bigint;
  readonly principal: bigint;
}

/** A schedule of payments as it was handed in. */
export interface Schedule {
  readonly contractual: boolean;
  readonly publishedAt: number;
  readonly payments: readonly Payment[];
  /** Receipts count from here on: one that lists only later due dates begins anew */
  readonly countsFrom: number;
}

interface Report {
  readonly kind: string;
  readonly subject: string;
  readonly asOf: string;
  readonly publishedAt: string;
  readonly corrects?: string;
  readonly body: {
    readonly contractual: boolean;
    readonly payments: readonly {dueAt: string; interest: string; principal: string}[];
  };
}

/** The schedules published for an asset by an instant, the oldest first; the last one is in force. */
export function schedulesOf(dataDir: string, assetId: string, at: number): Schedule[] {
  const folder = path.join(dataDir, 'reports', 'local');
  const reports = readdirSync(folder)
    .filter((file) => file.includes('asset-schedule'))
    .map((file) => JSON.parse(readFileSync(path.join(folder, file), 'utf8')) as Report)
    .filter(({kind, subject}) => kind === 'ASSET_SCHEDULE' && subject.toLowerCase() === assetId);
  if (reports.some(({corrects}) => corrects !== undefined)) throw new Error('a schedule is corrected: not foreseen');
  return reports
    .map(scheduleOf)
    .filter(({publishedAt}) => publishedAt <= at)
    .sort((a, b) => a.publishedAt - b.publishedAt);
}

function scheduleOf({asOf, publishedAt, body}: Report): Schedule {
  const payments = body.payments.map(({dueAt, interest, principal}) => {
    return {dueAt: secondsOf(dueAt), interest: BigInt(interest), principal: BigInt(principal)};
  });
  const isAnew = payments.every(({dueAt}) => dueAt > secondsOf(asOf));
  return {
    contractual: body.contractual,
    publishedAt: secondsOf(publishedAt),
    payments: payments.sort((a, b) => a.dueAt - b.dueAt),
    countsFrom: isAnew ? secondsOf(asOf) : -Infinity,
  };
}
