/** Amounts and rates arrive as text. */
interface Backing {
  readonly ratio: string | null;
  readonly state: string;
  readonly reason: string | null;
  readonly asOf: {readonly height: number; readonly timestamp: string};
}

interface StakingYield {
  readonly stakingNav: string | null;
  readonly unstakingNav: string | null;
  readonly markApy: readonly {readonly marks: number; readonly value: string | null; readonly reason: string | null}[];
}

interface Revenue {
  readonly assetId: string;
  readonly gross: string;
  readonly netToVault: string;
}

type Row = readonly [name: string, value: string];

/** The three answers this project exists for, asked of its own API as any client would, as a short table. */
export async function summarize(url: string): Promise<string> {
  const rows = [
    ...(await answerOf<Backing>(url, 'backing', '{ ratio state reason asOf { height timestamp } }', backingRows)),
    ...(await answerOf<StakingYield>(
      url,
      'stakingYield',
      '{ stakingNav unstakingNav markApy { marks value reason } }',
      yieldRows,
    )),
    ...(await answerOf<Revenue[]>(url, 'revenueDistribution', '{ assetId gross netToVault }', revenueRows)),
  ];
  const width = Math.max(...rows.map(([name]) => name.length));
  return rows.map(([name, value]) => `  ${name.padEnd(width)}  ${value}`).join('\n');
}

/** One question alone, so that one without an answer does not take the others with it. */
async function answerOf<T>(
  url: string,
  field: string,
  selection: string,
  rowsOf: (answer: T) => Row[],
): Promise<Row[]> {
  const response = await fetch(`${url}/graphql`, {
    method: 'POST',
    headers: {'content-type': 'application/json'},
    body: JSON.stringify({query: `{ ${field} ${selection} }`}),
    signal: AbortSignal.timeout(15_000),
  });
  const {data, errors} = (await response.json()) as {
    readonly data?: Readonly<Record<string, T>> | null;
    readonly errors?: readonly {readonly message: string}[];
  };
  const answer = data?.[field];
  if (answer !== undefined && errors === undefined) return rowsOf(answer);
  return [[field, `no answer: ${errors?.map(({message}) => message).join('; ') ?? 'no data'}`]];
}

const backingRows = ({ratio, state, reason, asOf}: Backing): Row[] => [
  [`At block ${asOf.height}`, asOf.timestamp],
  ['AID backing', `${known(ratio, reason)} (${state})`],
];

function yieldRows({stakingNav, unstakingNav, markApy}: StakingYield): Row[] {
  const values = markApy.filter(({value}) => value !== null);
  const apy = values.map(({marks, value}) => `${percent(value)} over ${marks} mark${marks === 1 ? '' : 's'}`);
  return [
    ['sAID NAV', `staking ${known(stakingNav)}, unstaking ${known(unstakingNav)}`],
    ['sAID APY', apy.length === 0 ? known(null, markApy[0]?.reason) : apy.join(', ')],
  ];
}

function revenueRows(parts: readonly Revenue[]): Row[] {
  const totals = new Map<string, {gross: bigint; net: bigint}>();
  for (const {assetId, gross, netToVault} of parts) {
    const {gross: grossBefore, net} = totals.get(assetId) ?? {gross: 0n, net: 0n};
    totals.set(assetId, {gross: grossBefore + BigInt(gross), net: net + BigInt(netToVault)});
  }
  if (totals.size === 0) return [['Revenue', 'none distributed yet']];
  return [...totals].map(([assetId, {gross, net}]) => [
    `Revenue ${assetName(assetId)}`,
    `${inAid(gross)} AID gross, ${inAid(net)} AID to sAID`,
  ]);
}

/** A bytes32 asset id reads as text where it is text, else as its first bytes. */
function assetName(assetId: string): string {
  if (!/^0x[0-9a-f]{64}$/i.test(assetId)) return assetId;
  const text = Buffer.from(assetId.slice(2), 'hex').toString('latin1').replace(/\0+$/, '');
  return /^[\x20-\x7e]+$/.test(text) ? text : `${assetId.slice(0, 10)}…`;
}

/** An amount of 18 decimals in whole AID, floored to cents, with thousands separated. */
export function inAid(amount: bigint): string {
  const sign = amount < 0n ? '-' : '';
  const cents = (amount < 0n ? -amount : amount) / 10n ** 16n;
  const whole = (cents / 100n).toString().replace(/\B(?=(\d{3})+$)/g, ',');
  return `${sign}${whole}.${(cents % 100n).toString().padStart(2, '0')}`;
}

/** A fraction in decimal text as per cent, by moving the point: no float, nothing rounded but cut after 2 places. */
export function percent(fraction: string | null): string | null {
  const parts = fraction === null ? null : /^(-?)(\d+)(?:\.(\d+))?$/.exec(fraction);
  if (parts === null) return fraction;
  const [, sign = '', whole = '0', decimals = ''] = parts;
  const moved = decimals.padEnd(4, '0');
  return `${sign}${BigInt(whole + moved.slice(0, 2))}.${moved.slice(2, 4)} %`;
}

const known = (value: string | null, reason?: string | null): string =>
  value ?? `unknown (${reason ?? 'no reason given'})`;
