/** Levels that are followed through time, and the unit in which each is counted. */
export const LEVELS = {
  SUPPLY: 'AID wei',
  RESERVES: 'USD WAD',
  SHARES: 'sAID wei',
  TOTAL_ASSETS: 'AID wei',
  STAKING_NAV: 'AID per share, WAD',
  UNSTAKING_NAV: 'AID per share, WAD',
  UNREALIZED_LOSS: 'AID wei',
  PENDING: 'AID wei',
  OUTSTANDING: 'AID wei',
} as const;
export type Level = keyof typeof LEVELS;

/** Lifetime sums, whose change over a bucket is what flowed in it: the row and the field that keep each. */
export const FLOWS = {
  MINTED: {unit: 'AID wei', projection: 'token', field: 'cumulativeMinted'},
  BURNED: {unit: 'AID wei', projection: 'token', field: 'cumulativeBurned'},
  STAKED: {unit: 'AID wei', projection: 'stakingVault', field: 'cumulativeStaked'},
  UNSTAKED: {unit: 'AID wei', projection: 'stakingVault', field: 'cumulativeUnstaked'},
  PAID_OUT: {unit: 'AID wei', projection: 'stakingVault', field: 'cumulativePaid'},
  DEPLOYED: {unit: 'AID wei', projection: 'stakingVault', field: 'cumulativeDeployed'},
  PRINCIPAL_RETURNED: {unit: 'AID wei', projection: 'stakingVault', field: 'cumulativePrincipalReturned'},
  REVENUE: {unit: 'AID wei', projection: 'computeAsset', field: 'cumulativeGross'},
  REVENUE_TO_VAULT: {unit: 'AID wei', projection: 'computeAsset', field: 'cumulativeNetToVault'},
} as const;
export type Flow = keyof typeof FLOWS;

export const SERIES = [...Object.keys(LEVELS), ...Object.keys(FLOWS)] as readonly (Level | Flow)[];

/** Series with one line per asset: they need to be told which. */
export const PER_ASSET: readonly string[] = ['OUTSTANDING', 'REVENUE', 'REVENUE_TO_VAULT'];

/** Id of a gauge row; the subject is empty for a series of a whole chain. */
export const gaugeRowId = (chainId: number, level: Level, subject = ''): string =>
  subject === '' ? `${chainId}-${level}` : `${subject}-${level}`;

/** The level of a gauge row's id. */
export const levelOf = (id: string): Level => id.slice(id.lastIndexOf('-') + 1) as Level;
