import type {Random} from '../../devnet/random';
import {query} from './committed';

/** What an audit reads of a projection's versions, by field: what the report calls it where that is another name. */
const AUDITED: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  token: {totalSupply: '', cumulativeMinted: '', cumulativeBurned: '', holderCount: '', sumOfSquares: '', id: ''},
  tokenBalance: {balance: '', cumulativeReceived: '', cumulativeSent: '', account: 'id', token: 'id', id: ''},
  custodyBalance: {amount: '', valueUsd: '', holder: 'id'},
  reserveComponent: {amount: '', reportedUsd: '', valuationAt: ''},
  stakingVault: {
    ...{totalShares: '', totalAssets: '', stakingNav: '', unstakingNav: '', navHeight: '', pendingAssets: ''},
    ...{cumulativeDeployed: '', cumulativePrincipalReturned: '', cumulativeRealizedLoss: '', cumulativePaid: ''},
  },
  vaultBook: {totalShares: '', owedAssets: '', outstandingAssets: '', accruedIncome: '', stakingNav: ''},
  stakePosition: {shares: '', pendingAssets: '', owner: 'id'},
  unstakeRequest: {
    assetsRemaining: '',
    assetsPaid: '',
    assetsQuoted: 'assetsPaid',
    status: '',
    requestId: 'id',
    owner: 'assetsRemaining',
  },
  withdrawalQueue: {pendingAssets: '', pendingRequests: '', heldAssets: '', cumulativePaidOut: 'sum of flows'},
  withdrawalCycle: {opensAt: '', cutoffAt: '', settlesAt: '', policy: '', status: '', cycleId: 'id'},
  computeAsset: {
    ...{status: '', principal: '', aprBps: '', startAt: '', maturityAt: '', metadataUri: '', spId: '', token: ''},
    ...{assetClass: '', dealType: '', outstanding: '', drawn: '', repaid: '', realizedLoss: '', unrealizedLoss: ''},
    ...{cumulativeGross: '', cumulativePassThrough: '', cumulativeNetToVault: 'sum of legs', distributionCount: ''},
  },
  roleHolder: {held: '', account: 'id', role: 'id'},
  deniedAccount: {denied: '', account: 'id'},
  denyList: {deniedCount: '', deniedBalance: ''},
  contractState: {paused: '', implementation: '', contract: 'id'},
  redeemerState: {dailyLimit: '', redeemedOnLastDay: '', feeBps: '', isEnabled: ''},
};

/** Projections whose rows are told apart by their last part, so that one more of them can be invented. */
const INVENTED = ['tokenBalance', 'custodyBalance', 'stakePosition', 'roleHolder', 'computeAsset', 'unstakeRequest'];

/** A version that was changed behind the program's back, and the audit that must see it. */
export interface AuditedCorruption {
  readonly what: string;
  readonly projection: string;
  readonly key: string;
  /** Part of the name of a field that must be reported; empty where any of the row's will do */
  readonly field: string;
  readonly height: number;
  undo(): Promise<void>;
}

interface Version {
  readonly id: string;
  readonly key: string;
  readonly height: number;
  readonly row: Readonly<Record<string, unknown>>;
}

/** Facts that are audited: table, column, which rows, and the projection and field that the report names. */
export const AUDITED_FACTS: readonly (readonly [string, string, string, string, string])[] = [
  ['transfer', 'amount', 'TRUE', 'transfer', 'sum of amounts'],
  ['reserve_report', 'value_usd', 'TRUE', 'reserveReport', 'valueUsd'],
  ['nav_price', 'staking_nav', 'TRUE', 'navPrice', 'stakingNav'],
  ['revenue_distribution', 'gross', 'TRUE', 'revenueDistribution', 'sum of gross'],
  ['asset_cash_flow', 'amount', `kind = 'TO_VAULT'`, 'assetCashFlow', 'sum of what was paid on'],
  ['asset_cash_flow', 'amount', `kind = 'RESERVE'`, 'assetCashFlow', 'RESERVE - RESERVE_DRAWN'],
];

export const AUDITED_PROJECTIONS = Object.keys(AUDITED);

/** Changes one audited field of, removes, or invents one random version. Undefined where the projection has no such. */
export async function corruptAudited(
  dbUrl: string,
  random: Random,
  projection: string,
): Promise<AuditedCorruption | undefined> {
  const all = await query<Version>(
    dbUrl,
    'SELECT id, key, height, row FROM state_version WHERE projection = $1 ORDER BY id',
    [projection],
  );
  // The account of what is asked for outside of every cycle is no cycle of the contract.
  const versions = all.filter(({key}) => !key.endsWith(`-${'0'.repeat(10)}`));
  if (versions.length === 0) return undefined;
  const version = random.pick(versions);
  const kind = random.pick(['changed', 'changed', 'removed', 'invented'] as const);
  if (kind === 'removed') return removed(dbUrl, projection, version, versions);
  if (kind === 'invented') return invented(dbUrl, projection, version);
  const audited = AUDITED[projection] ?? {};
  const fields = Object.keys(audited).filter((name) => other(version.row[name]) !== undefined);
  if (fields.length === 0) return undefined;
  const field = random.pick(fields);
  await put(dbUrl, version, {...version.row, [field]: other(version.row[field])});
  const undo = () => put(dbUrl, version, version.row);
  return {what: `changed ${field}`, projection, ...version, field: audited[field] || field, undo};
}

/** A value of the same kind that is another; undefined where nothing is said. */
function other(value: unknown): unknown {
  if (typeof value === 'boolean') return !value;
  if (typeof value === 'number') return value + 1;
  if (typeof value !== 'string') return undefined;
  if (value.startsWith('n:')) return `n:${BigInt(value.slice(2)) + 1n}`;
  if (value === 'SETTLED') return 'PENDING';
  return value === 'OPENED' || value === 'PENDING' ? 'SETTLED' : `${value}x`;
}

/** What a version says is only missed where the one before it says something else of what is audited. */
async function removed(
  dbUrl: string,
  projection: string,
  version: Version,
  versions: readonly Version[],
): Promise<AuditedCorruption | undefined> {
  const before = versions.filter(({key, height}) => key === version.key && height < version.height).at(-1);
  const names = Object.keys(AUDITED[projection] ?? {}).filter((name) => !name.startsWith('cumulative'));
  const says = ({row}: Version): string => JSON.stringify(names.map((name) => row[name]));
  const isNothing = names.every((name) => ['n:0', 0, null].includes((version.row[name] ?? null) as string | number));
  if (before === undefined ? isNothing : says(before) === says(version)) return undefined;
  const [held] = await query<{row: object}>(
    dbUrl,
    'DELETE FROM state_version WHERE id = $1 RETURNING to_jsonb(state_version) AS row',
    [version.id],
  );
  const sql = 'INSERT INTO state_version SELECT * FROM jsonb_populate_record(NULL::state_version, $1::jsonb)';
  const undo = async () => void (await query(dbUrl, sql, [JSON.stringify(held?.row)]));
  return {what: 'removed', projection, ...version, field: '', undo};
}

/** The same row once more: of somebody who has none, or of itself. */
async function invented(dbUrl: string, projection: string, version: Version): Promise<AuditedCorruption> {
  const last = version.key.slice(version.key.lastIndexOf('-') + 1);
  const nobody = `${last.slice(0, -4)}${last.endsWith('7777') ? '8888' : '7777'}`;
  const isOther = INVENTED.includes(projection) && Object.values(version.row).some((value) => value !== 'n:0');
  const rename = (text: string): string => (isOther ? text.replaceAll(last, nobody) : text);
  const id = isOther ? rename(version.id) : `${version.id}-invented`;
  await query(
    dbUrl,
    `INSERT INTO state_version SELECT * FROM jsonb_populate_record(NULL::state_version,
       (SELECT to_jsonb(s) || $2::jsonb FROM state_version s WHERE id = $1))`,
    [
      version.id,
      JSON.stringify({id, key: rename(version.key), row: JSON.parse(rename(JSON.stringify(version.row))) as object}),
    ],
  );
  const undo = async () => void (await query(dbUrl, 'DELETE FROM state_version WHERE id = $1', [id]));
  return {what: 'invented', projection, key: rename(version.key), field: '', height: version.height, undo};
}

async function put(dbUrl: string, {id}: Version, row: object): Promise<void> {
  await query(dbUrl, 'UPDATE state_version SET row = $2 WHERE id = $1', [id, JSON.stringify(row)]);
}

/** Moves the staking NAV of the version of the vault that was in force at a block, `+ 1` or `- 1` wei. */
export async function shiftStakingNav(dbUrl: string, height: number, by: string): Promise<void> {
  await query(
    dbUrl,
    `UPDATE state_version
     SET row = row || jsonb_build_object('stakingNav', 'n:' || (substr(row->>'stakingNav', 3)::numeric ${by}))
     WHERE projection = 'stakingVault' AND height = (
       SELECT max(height) FROM state_version WHERE projection = 'stakingVault' AND height <= $1)`,
    [height],
  );
}
