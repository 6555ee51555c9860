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

/**
 * A report attested off chain, at the block with which its chain learned of it. `address` is its id, the sha256 of
 * `data`, which is the report as canonical JSON.
 */
export interface ReportRecord extends RecordPlace {
  readonly kind: 'REPORT';
}

interface RecordPlace {
  readonly id: string;
  readonly chainId: number;
  readonly height: number;
  readonly blockHash: string;
  readonly at: number;
  readonly address: string;
  /** Log data, the bytes a view answered, or a report */
  readonly data: string;
}

export type ChainRecord = LogRecord | ReadingRecord | ReportRecord;
