import {InvariantError} from '../domain/errors';
import type {ChainRecord} from '../domain/record';
import {EventRecord} from '../model';

/** A record as its row. */
export function toEntity(record: ChainRecord): EventRecord {
  const {id, chainId, height, blockHash, kind, address, data} = record;
  const place = {id, chainId, height, blockHash, at: new Date(record.at * 1000), kind, address, data};
  if (record.kind === 'REPORT') return new EventRecord({...place, topics: []});
  if (record.kind === 'LOG') {
    const {txHash, txIndex, logIndex} = record;
    return new EventRecord({...place, topics: [...record.topics], txHash, txIndex, logIndex});
  }
  const {input, readHeight, readHash, reverted} = record;
  return new EventRecord({
    ...place,
    topics: [],
    input,
    readHeight,
    readHash,
    readAt: new Date(record.readAt * 1000),
    reverted,
  });
}

/**
 * The record of a row: `toEntity` the other way round.
 * @throws InvariantError when the row lacks what a record of its kind must have
 */
export function toRecord(row: EventRecord): ChainRecord {
  const {id, chainId, height, blockHash, address, data} = row;
  const place = {id, chainId, height, blockHash, at: row.at.getTime() / 1000, address, data};
  switch (row.kind) {
    case 'REPORT':
      return {kind: 'REPORT', ...place};
    case 'LOG': {
      const {topics, txHash, txIndex, logIndex} = row;
      if (txHash == null || txIndex == null || logIndex == null) throw lacking('A log', id);
      return {kind: 'LOG', ...place, topics, txHash, txIndex, logIndex};
    }
    case 'READING': {
      const {input, readHeight, readHash, readAt, reverted} = row;
      if (input == null || readHeight == null || readHash == null || readAt == null || reverted == null) {
        throw lacking('A reading', id);
      }
      return {kind: 'READING', ...place, input, readHeight, readHash, readAt: readAt.getTime() / 1000, reverted};
    }
    default:
      throw new InvariantError('A record of the log is of no known kind.', {record: id, kind: row.kind});
  }
}

const lacking = (what: string, record: string): InvariantError =>
  new InvariantError(`${what} in the log lacks what ${what.toLowerCase()} must have.`, {record});
