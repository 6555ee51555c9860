import {BPS} from './haircut';
import {known, missing, type Measured} from './methodology';
import {ratio, Rate} from './rates';

/** What the fund behind sAID holds, AID wei. */
export interface Fund {
  /** Cash of its own: AID the vault holds less what it owes to open requests; negative where it owes more */
  readonly buffer: bigint;
  /** Principal out in deals */
  readonly deployed: bigint;
  /** Book value of all shares */
  readonly book: bigint;
}

export interface BufferTerms {
  /** Of buffer and deployed together */
  readonly targetBps: number;
  /** Of what is deployed */
  readonly stressLossBps: number;
  /** Of the book value, asked for besides what is owed already */
  readonly stressOutflowBps: number;
}

export interface BufferAdequacy {
  /** AID wei, floored */
  readonly stressLoss: bigint;
  readonly stressOutflow: bigint;
  readonly adequacy: Measured<Rate>;
  readonly share: Measured<Rate>;
  readonly targetShare: Rate;
  /** share - targetShare */
  readonly shareGap: Measured<Rate>;
}

/** buffer / (stress loss + stress outflow), and the buffer's share beside its target (metrics.md A18). */
export function bufferAdequacy({buffer, deployed, book}: Fund, terms: BufferTerms): BufferAdequacy {
  const loss = deployed * BigInt(terms.stressLossBps);
  const outflow = book * BigInt(terms.stressOutflowBps);
  const targetShare = new Rate(terms.targetBps).div(10_000);
  const share: Measured<Rate> = buffer + deployed === 0n ? none : known(ratio(buffer, buffer + deployed));
  return {
    stressLoss: loss / BPS,
    stressOutflow: outflow / BPS,
    adequacy: loss + outflow === 0n ? none : known(ratio(buffer * BPS, loss + outflow)),
    share,
    targetShare,
    shareGap: share.reason === null ? known(share.value.minus(targetShare)) : share,
  };
}

const none = missing('NOT_APPLICABLE');
