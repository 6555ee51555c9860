import type {ChainRecord} from '../domain/record';
import {EventRecord} from '../model';
import {toRecord} from './entity';

/** A connection that keeps its transaction. */
interface Connection {
  query(sql: string, values?: unknown[]): Promise<{rows: unknown[]}>;
}

const COLUMNS = `id, chain_id AS "chainId", height, block_hash AS "blockHash", "at", kind, address, topics, data,
  tx_hash AS "txHash", tx_index AS "txIndex", log_index AS "logIndex", input, read_height AS "readHeight",
  read_hash AS "readHash", read_at AS "readAt", reverted`;

/**
 * The log of a chain in chain order, in pieces of whole blocks of about `size` records. Runs in the connection's own
 * transaction, whose snapshot it reads, and keeps no more than a piece in memory.
 * @throws InvariantError when a row lacks what a record of its kind must have
 */
export async function* streamLog(db: Connection, chainId: number, size: number): AsyncGenerator<ChainRecord[]> {
  await db.query(
    `DECLARE log_of_chain NO SCROLL CURSOR FOR
     SELECT ${COLUMNS} FROM event_record WHERE chain_id = ${Math.trunc(chainId)} ORDER BY height, id COLLATE "C"`,
  );
  let piece: ChainRecord[] = [];
  for (;;) {
    const {rows} = await db.query(`FETCH ${Math.trunc(size)} FROM log_of_chain`);
    for (const row of rows as Partial<EventRecord>[]) piece.push(toRecord(new EventRecord(row)));
    const last = piece.at(-1)?.height;
    const whole = rows.length < size ? piece.length : piece.findIndex(({height}) => height === last);
    if (whole > 0) {
      yield piece.slice(0, whole);
      piece = piece.slice(whole);
    }
    if (rows.length < size) break;
  }
  await db.query('CLOSE log_of_chain');
}
