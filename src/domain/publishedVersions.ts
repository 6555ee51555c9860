import {canonicalJson} from './canonicalJson';
import {publishedOf, PUBLISHED_FAMILIES, type PublishedFamily} from './published';

/** What a published value was computed by; one text of it, hashed, is the id of a row of PublishedVersions. */
export interface PublishedVersions {
  /** Version of each family's formulas */
  readonly methodology: Readonly<Record<PublishedFamily, string>>;
  /** Version of each projection, by chain id */
  readonly projections: Readonly<Record<string, Readonly<Record<string, number>>>>;
  /** Version of the decoders that rows were made by, by chain id */
  readonly decoders: Readonly<Record<string, number>>;
  /** sha256 of what a network file says about contracts, custody and parameters, by chain id */
  readonly terms: Readonly<Record<string, string>>;
  /** Metrics of the list, sorted */
  readonly metrics: readonly string[];
}

/** What changed with each version of each metric, as docs/methodology.json tells it. */
export type ChangeLog = Readonly<Record<string, readonly {readonly version: string; readonly change: string}[]>>;

/** The versions as the text whose sha256 is their id. */
export const versionsText = (versions: PublishedVersions): string => canonicalJson(versions);

/**
 * Why a value of a family may differ between two sets of versions: everything among them that it rests on and that
 * differs, in words. That much is known without computing the value once more under each of them.
 */
export function changeBetween(
  family: PublishedFamily,
  before: PublishedVersions,
  after: PublishedVersions,
  log: ChangeLog,
): string {
  const reasons = [
    ...methodologyChange(before.methodology[family], after.methodology[family], log[family] ?? []),
    ...projectionChanges(before.projections, after.projections),
    ...changedOf(before.decoders, after.decoders).map(
      (chain) => `decoders ${before.decoders[chain]} -> ${after.decoders[chain]} of chain ${chain}`,
    ),
    ...termChanges(before.terms, after.terms),
  ];
  return reasons.length === 0 ? 'no version that it rests on changed' : reasons.join('; ');
}

function methodologyChange(
  before: string | undefined,
  after: string,
  log: readonly {version: string; change: string}[],
): string[] {
  if (before === undefined || before === after) return [];
  const change = log.find(({version}) => version === after)?.change;
  return [`methodology ${before} -> ${after}${change === undefined ? '' : `: ${change}`}`];
}

function projectionChanges(
  before: PublishedVersions['projections'],
  after: PublishedVersions['projections'],
): string[] {
  return namesOf(before, after).flatMap((chain) => {
    const [was, is] = [before[chain], after[chain]];
    if (was === undefined || is === undefined) return [`chain ${chain} ${was === undefined ? 'added' : 'removed'}`];
    return namesOf(was, is)
      .filter((name) => was[name] !== is[name])
      .map((name) => `projection ${name} ${was[name] ?? 'none'} -> ${is[name] ?? 'none'} of chain ${chain}`);
  });
}

const termChanges = (before: PublishedVersions['terms'], after: PublishedVersions['terms']): string[] =>
  changedOf(before, after).map((chain) => `terms of the network file of chain ${chain} changed`);

type ByChain = Readonly<Record<string, string | number>>;

/** Chains that both tell of, and not the same. */
const changedOf = (before: ByChain, after: ByChain): string[] =>
  namesOf(before, after).filter(
    (chain) => before[chain] !== undefined && after[chain] !== undefined && before[chain] !== after[chain],
  );

const namesOf = (one: object, other: object): string[] =>
  [...new Set([...Object.keys(one), ...Object.keys(other)])].sort();

/** The versions of formulas that published metrics rest on. */
export const publishedMethodology = (all: Readonly<Record<PublishedFamily, string>>): Record<PublishedFamily, string> =>
  Object.fromEntries(PUBLISHED_FAMILIES.map((family) => [family, all[family]])) as Record<PublishedFamily, string>;

/** Every metric of the list, sorted. */
export const publishedMetrics = (): string[] => PUBLISHED_FAMILIES.flatMap(publishedOf).sort();
