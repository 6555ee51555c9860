const DATABASE_PROTOCOLS = ['postgres:', 'postgresql:'];

/**
 * A URL as it may be shown: password, path and query of an endpoint can be keys, so they become `…`; a database keeps
 * its name and user, because they help to find it.
 */
export function redact(url: string): string {
  if (!URL.canParse(url)) return unreadable(url);
  const {protocol, username, password, host, pathname, search} = new URL(url);
  if (host === '') return unreadable(url);
  const isDatabase = DATABASE_PROTOCOLS.includes(protocol);
  const user = isDatabase && username !== '' ? username : username === '' ? '' : '…';
  const account = user === '' && password === '' ? '' : `${user}${password === '' ? '' : ':…'}@`;
  const where = pathname === '' || pathname === '/' ? '' : isDatabase ? pathname : '/…';
  return `${protocol}//${account}${host}${where}${search === '' ? '' : '?…'}`;
}

/** A comma-separated list of URLs as it may be shown. */
export const redactList = (list: string): string =>
  list
    .split(',')
    .map((url) => redact(url.trim()))
    .join(',');

/** Text that may quote the given secrets (URLs), with each of them redacted, longest first. */
export function redactText(text: string, secrets: readonly string[]): string {
  return [...secrets]
    .sort((a, b) => b.length - a.length)
    .reduce((shown, secret) => shown.replaceAll(secret, redact(secret)), text);
}

/** What cannot be parsed may still be a key: its first characters and its length say enough to find it. */
function unreadable(text: string): string {
  return text.length <= 8 ? `'${text}'` : `'${text.slice(0, 4)}…' (${text.length} characters)`;
}
