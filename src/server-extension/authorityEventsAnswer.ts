import type {EntityManager} from 'typeorm';
import {METHODOLOGY, orMissing} from '../domain/methodology';
import type {AuthorityEventPart, AuthorityEventsAnswer, AuthorityEventsArgs} from './answers/authorityEvents';
import {pointOf, toAsOf, type Held} from './asOf';
import {BadInput} from './badInput';
import {reasonsOf, valuesOf} from './measured';
import {checkSpan} from './range';

const MOST = 1000;
const BY_DEFAULT = 100;

type EventRow = Omit<AuthorityEventPart, 'reasons'> & {id: string};

/**
 * One page of what the authorities did, in chain order; a page's cursor is the id of its last event, so that what is
 * inserted meanwhile neither repeats nor hides one.
 * @throws BadInput for a span, limit or cursor that cannot be
 */
export async function authorityEventsAnswer(
  em: EntityManager,
  held: Held,
  args: AuthorityEventsArgs,
): Promise<AuthorityEventsAnswer> {
  const {from, to} = checkSpan(held, args, 'DAY');
  const limit = checkedLimit(args.limit ?? BY_DEFAULT);
  const {chainId} = held.chain;
  const rows = await em.query<EventRow[]>(
    `SELECT id, record, chain_id AS "chainId", contract, contract_role AS "contractRole",
            contract_name AS "contractName", kind, account, role, role_name AS "roleName", detail, height, "at",
            tx_hash AS "txHash"
     FROM authority_act
     WHERE chain_id = $1 AND height <= $2 AND id > $3
       AND ($4::float8 IS NULL OR "at" >= to_timestamp($4)) AND ($5::float8 IS NULL OR "at" < to_timestamp($5))
     ORDER BY id LIMIT $6`,
    [chainId, held.head.height, checkedCursor(held, args.cursor), from, to, limit + 1],
  );
  const page = rows.slice(0, limit);
  const fields = {nextCursor: orMissing(rows.length > limit ? page.at(-1)?.id : null, 'NOT_APPLICABLE')};
  return {
    ...valuesOf(fields),
    events: page.map(eventPart),
    reasons: reasonsOf(fields),
    asOf: toAsOf(pointOf(held, held.head)),
    methodologyVersion: METHODOLOGY.authority,
  };
}

function checkedLimit(limit: number): number {
  if (limit >= 1 && limit <= MOST) return limit;
  throw new BadInput(`limit is ${limit}, expected a whole number from 1 to ${MOST}.`);
}

/** Everything comes after the empty text. */
function checkedCursor({chain}: Held, cursor: string | null | undefined): string {
  if (cursor == null) return '';
  const [, chainId] = /^(\d+)-\d{10}-L\d{5}(-\d{3})?$/.exec(cursor) ?? [];
  if (chainId === `${chain.chainId}`) return cursor;
  throw new BadInput(
    `cursor ${JSON.stringify(cursor)} is not one of chain ${chain.chainId}: give nextCursor of an answer, or none.`,
  );
}

function eventPart({id: _id, ...row}: EventRow): AuthorityEventPart {
  const fields = {
    account: orMissing(row.account, 'NOT_APPLICABLE'),
    role: orMissing(row.role, 'NOT_APPLICABLE'),
    roleName: orMissing(row.roleName, row.role === null ? 'NOT_APPLICABLE' : 'NO_OBSERVATION'),
    detail: orMissing(row.detail, 'NOT_APPLICABLE'),
  };
  return {...row, ...valuesOf(fields), reasons: reasonsOf(fields)};
}
