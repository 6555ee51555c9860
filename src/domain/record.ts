/** A raw log of a tracked contract, exactly as the chain holds it. */
export interface LogRecord extends RecordPlace {
  readonly kind: 'LOG';
  readonly topics: readonly string[];
  readonly txHash: string;
  readonly txIndex: number;
  readonly logIndex: number;
}

/** What a view answered, at the state of the block `readHash`; found and recorded at `height`. */
export interface ReadingRecord extends RecordPlace {
  readonly kind: 'READING';
  readonly input: string;
  readonly readHeight: number;
  readonly readHash: string;
  readonly readAt: number;
  readonly reverted: boolean;
}

interface RecordPlace {
  readonly id: string;
  readonly chainId: number;
  readonly height: number;
  readonly blockHash: string;
  readonly at: number;
  readonly address: string;
  /** Log data, or the bytes a view answered */
  readonly data: string;
}

export type ChainRecord = LogRecord | ReadingRecord;
