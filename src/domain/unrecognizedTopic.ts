import type {EventOf} from './event';
import {topicRowId} from './ids';

/** How often a topic of a tracked contract met no decoder. */
export interface UnrecognizedTopicRow {
  readonly id: string;
  readonly chainId: number;
  readonly role: string;
  readonly address: string;
  readonly topic0: string | null;
  readonly count: number;
  readonly firstRecord: string;
  readonly lastRecord: string;
}

export const topicKey = (event: EventOf<'LogUnrecognized'>): string =>
  topicRowId(event.meta.chainId, event.meta.address, event.topic0);

export function evolveTopic(
  row: UnrecognizedTopicRow | undefined,
  event: EventOf<'LogUnrecognized'>,
): UnrecognizedTopicRow {
  return {
    id: topicKey(event),
    chainId: event.meta.chainId,
    role: event.meta.role,
    address: event.meta.address,
    topic0: event.topic0,
    count: (row?.count ?? 0) + 1,
    firstRecord: row?.firstRecord ?? event.meta.record,
    lastRecord: event.meta.record,
  };
}
