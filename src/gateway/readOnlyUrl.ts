const SETTINGS: Readonly<Record<string, string>> = {
  default_transaction_read_only: 'on',
  default_transaction_isolation: 'repeatable\\ read',
  idle_in_transaction_session_timeout: '15s',
  lock_timeout: '1s',
};

/**
 * A database URL whose sessions cannot write and see one state of the database for a whole request, so that no answer
 * mixes two heights. The settings travel in the connection, because the SDK's own transactions name none.
 */
export function readOnlyUrl(url: string): string {
  const parsed = new URL(url);
  const given = parsed.searchParams.get('options');
  const options = Object.entries(SETTINGS).map(([name, value]) => `-c ${name}=${value}`);
  parsed.searchParams.delete('options');
  const query = [
    parsed.searchParams.toString(),
    `options=${encodeURIComponent([given, ...options].filter(Boolean).join(' '))}`,
  ];
  parsed.search = query.filter((part) => part !== '').join('&');
  return parsed.toString();
}
