/**
 * Rows as JSON, exactly: integers become `n:<decimal>`, so that no digit passes through a float; text that begins like
 * a mark is escaped with `s:`. Instants stay unix seconds.
 */
export type Row = Readonly<{id: string} & Record<string, unknown>>;

/** The JSON value of a row; `decodeRow` is its inverse. */
export function encodeRow(row: object): Record<string, unknown> {
  return Object.fromEntries(Object.entries(row).map(([key, value]) => [key, encodeValue(value)]));
}

/** The row of a JSON value written by `encodeRow`. */
export function decodeRow<R>(json: unknown): R {
  const entries = Object.entries(json as Record<string, unknown>).map(([key, value]) => [key, decodeValue(value)]);
  return Object.fromEntries(entries) as R;
}

function encodeValue(value: unknown): unknown {
  if (typeof value === 'bigint') return `n:${value}`;
  if (typeof value === 'string' && /^[ns]:/.test(value)) return `s:${value}`;
  return value;
}

function decodeValue(value: unknown): unknown {
  if (typeof value !== 'string') return value;
  if (value.startsWith('n:')) return BigInt(value.slice(2));
  return value.startsWith('s:') ? value.slice(2) : value;
}
