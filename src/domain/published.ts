/** How the text of a published value is read back: a whole number, a decimal, a count or a word. */
export type PublishedKind = 'AMOUNT' | 'RATE' | 'COUNT' | 'WORD';

/** The answers whose daily close is published, by the name of their version in METHODOLOGY. */
export const PUBLISHED_FAMILIES = ['backing', 'stakingYield', 'supply', 'assets', 'usage'] as const;
export type PublishedFamily = (typeof PUBLISHED_FAMILIES)[number];

/**
 * The metrics whose daily close is published (metrics.md D6): one line each.
 *
 * A name is `<family>.<field>`, the field as the API calls it, and `.` goes down into a part of the answer; an element of
 * a list is named by what tells it from the others: `stakingYield.windows.30d.apy` is the apy of the window 30d,
 * `stakingYield.markApy.3.value` the value over three marks. The key beside a name is the asset id (bytes32, lower-case
 * hex) for `assets`, AID or SAID for `usage`, and empty for the rest. Nothing here depends on labels, which are of today.
 */
export const PUBLISHED = {
  'backing.state': 'WORD',
  'backing.ratio': 'RATE',
  'backing.ratioFloor': 'RATE',
  'backing.haircutRatio': 'RATE',
  'backing.reservesUsd': 'RATE',
  'backing.liabilities': 'AMOUNT',
  'stakingYield.stakingNav': 'RATE',
  'stakingYield.unstakingNav': 'RATE',
  'stakingYield.navGapBps': 'RATE',
  'stakingYield.unrealizedLoss': 'AMOUNT',
  'stakingYield.totalAssets': 'AMOUNT',
  'stakingYield.totalShares': 'AMOUNT',
  'stakingYield.markApy.1.value': 'RATE',
  'stakingYield.markApy.3.value': 'RATE',
  'stakingYield.windows.30d.apy': 'RATE',
  'supply.total': 'AMOUNT',
  'supply.liabilities': 'AMOUNT',
  'supply.minted': 'AMOUNT',
  'supply.burned': 'AMOUNT',
  'assets.status': 'WORD',
  'assets.outstanding': 'AMOUNT',
  'assets.unrealizedLoss': 'AMOUNT',
  'assets.realizedLoss': 'AMOUNT',
  'assets.nav': 'AMOUNT',
  'assets.daysPastDue': 'COUNT',
  'assets.revenueToDate.gross': 'AMOUNT',
  'assets.revenueToDate.netToVault': 'AMOUNT',
  'usage.supply': 'AMOUNT',
  'usage.holderCount': 'COUNT',
  'usage.volume30d': 'AMOUNT',
  'usage.velocity': 'RATE',
  'usage.hhi': 'RATE',
} as const satisfies Readonly<Record<`${PublishedFamily}.${string}`, PublishedKind>>;
export type PublishedName = keyof typeof PUBLISHED;

export const PUBLISHED_NAMES = Object.keys(PUBLISHED) as PublishedName[];

export const isPublished = (name: string): name is PublishedName => Object.hasOwn(PUBLISHED, name);

export const familyOf = (name: PublishedName): PublishedFamily => name.slice(0, name.indexOf('.')) as PublishedFamily;

/** The published metrics of one family, in the order of the list. */
export const publishedOf = (family: PublishedFamily): PublishedName[] =>
  PUBLISHED_NAMES.filter((name) => familyOf(name) === family);

/** What tells the elements of a list of an answer apart. */
export const LIST_KEYS: Readonly<Record<string, string>> = {windows: 'window', markApy: 'marks'};

/** The way from an answer to a metric: fields, and after a field that is a list the key of the element. */
export const pathOf = (name: PublishedName): string[] => name.split('.').slice(1);

/** A published text as the API serves it: a bigint, a number, or the text itself. */
export function publishedValue(name: PublishedName, text: string): bigint | number | string {
  const kind: PublishedKind = PUBLISHED[name];
  if (kind === 'AMOUNT') return BigInt(text);
  return kind === 'COUNT' ? parseInt(text, 10) : text;
}
