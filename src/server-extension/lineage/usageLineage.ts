import type {EntityManager} from 'typeorm';
import {METHODOLOGY} from '../../domain/methodology';
import {supplySecondsAt} from '../../domain/token';
import {circulated, VELOCITY_SECONDS} from '../../domain/usage';
import type {HeldBlock} from '../heldBlocks';
import {publishedText} from '../publishedPath';
import {tokenStates} from '../tokenStates';
import {usageAnswers} from '../usageAnswer';
import {resolveToken, type UsageToken} from '../usageToken';
import type {Asked, LineageMetric, LineageMetrics, Trace} from './metric';
import {circulation, issuance, movements} from './source';

type Evidence = Pick<Trace, 'terms' | 'causes'> & Partial<Pick<Trace, 'parameters'>>;

const usageMetric = (
  formula: string,
  evidence: (asked: Asked, token: UsageToken) => Promise<Evidence> | Evidence,
): LineageMetric => ({
  key: 'AID, SAID or an asset id',
  trace: async (asked) => {
    const {em, held, point, metric} = asked;
    const token = await resolveToken(em, held.chain, point, asked.key);
    const [answered] = await usageAnswers(em, held, token, await tokenStates(em, held, token.id, [point]));
    if (answered === undefined) throw new RangeError('A block without its answer.');
    const {parameters, ...rest} = await evidence(asked, token);
    return {
      value: await publishedText(answered.answer, metric),
      methodologyVersion: METHODOLOGY.usage,
      formula,
      parameters: {...tokenParameters(token), ...parameters},
      ...rest,
    };
  },
});

/** The contract, and the id within it of an ERC-1155. */
export const tokenParameters = ({name, address}: Pick<UsageToken, 'name' | 'address'>) => ({
  token: address,
  tokenId: name.startsWith('0x') ? name : null,
});

/** sha256 over `account:balance` of all who hold something, a line each, sorted: what every movement has an effect on. */
async function balancesDigest(em: EntityManager, token: string, {height}: HeldBlock): Promise<string> {
  const [row] = await em.query<{digest: string}[]>(
    `SELECT encode(sha256(convert_to(coalesce(string_agg(b.account || ':' || b.balance, E'\n' ORDER BY b.account COLLATE "C"), ''),
                                     'UTF8')), 'hex') AS digest
     FROM (SELECT DISTINCT ON (s.key) s."row"->>'account' AS account, substr(s."row"->>'balance', 3) AS balance
           FROM state_version s
           WHERE s.projection = 'tokenBalance' AND s.key > $1 || '-' AND s.key < $1 || '.' AND s.height <= $2
             AND s."row"->>'token' = $1
           ORDER BY s.key, s.height DESC) b
     WHERE b.balance <> '0'`,
    [token, height],
  );
  return row?.digest ?? '';
}

const ofBalances = async ({em, point}: Asked, token: UsageToken): Promise<Evidence> => ({
  terms: {balances: await balancesDigest(em, token.id, point)},
  causes: [movements('balances', token.id, point)],
});

/** What changed hands in 30 days, and for the velocity what there was meanwhile (metrics.md 3.9). */
const ofTurnover =
  (withSupply: boolean) =>
  async ({em, held, point}: Asked, token: UsageToken): Promise<Evidence> => {
    const states = await tokenStates(em, held, token.id, [point], [point.at - VELOCITY_SECONDS + 1]);
    const start = states.monthStart(0);
    if (start === undefined) return {terms: {}, causes: []};
    const [then, now] = [states.before(0).row, states.at(0).row];
    const volume = circulated(now) - circulated(then);
    const supplySeconds = supplySecondsAt(now, point.at) - supplySecondsAt(then, start.at);
    const internal = held.chain.contracts.map(({address}) => address);
    return {
      parameters: {start: {height: start.height, at: start.at}, end: {height: point.height, at: point.at}},
      terms: {volume, ...(withSupply ? {supplySeconds} : {})},
      causes: [
        circulation('volume', token.id, start, point, internal),
        ...(withSupply ? [issuance('supply', token.id, point, 'BOTH', point.at)] : []),
      ],
    };
  };

/** Use of a token (metrics.md 3.7, 3.9). */
export const USAGE_LINEAGE: LineageMetrics = {
  'usage.supply': usageMetric('token.supply', ({point}, token) => ({
    terms: {},
    causes: [issuance('supply', token.id, point)],
  })),
  'usage.holderCount': usageMetric('token.holderCount', ofBalances),
  'usage.hhi': usageMetric('token.hhi', ofBalances),
  'usage.volume30d': usageMetric('token.volume', ofTurnover(false)),
  'usage.velocity': usageMetric('token.velocity', ofTurnover(true)),
};
