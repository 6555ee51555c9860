import type {PageArgs} from './answers/page';
import type {Held} from './asOf';
import {BadInput} from './badInput';
import {instant} from './heldBlocks';
import {checkSpan} from './range';

const PAGE = 100;
const MOST = 1000;

/** What a page is read with: rows of [from, to) after a row, one more than the page holds. */
export interface PageQuery {
  readonly from: Date;
  readonly to: Date;
  /** Id of the last row of the page before; '' for the first page */
  readonly after: string;
  readonly limit: number;
}

/**
 * @throws BadInput for a limit outside of 1 to 1000, a cursor that is none of this chain's, and a span that is not held
 */
export function pageQuery(held: Held, args: PageArgs): PageQuery {
  const {from, to} = checkSpan(held, args, 'DAY');
  const limit = args.limit ?? PAGE;
  if (limit < 1 || limit > MOST) throw new BadInput(`limit is ${limit}, expected 1 to ${MOST}.`);
  const after = args.cursor ?? '';
  if (args.cursor != null && !new RegExp(`^${held.chain.chainId}-[0-9A-Za-z-]{1,60}$`).test(after)) {
    throw new BadInput(
      `cursor ${JSON.stringify(after)} is not the nextCursor of a page of chain ${held.chain.chainId}.`,
    );
  }
  return {from: instant(from ?? held.first.at), to: instant(to ?? held.head.at + 1), after, limit};
}

/** The rows of a page out of one more than it holds, and the cursor of the next page; null on the last. */
export function cutPage<R extends {readonly id: string}>(
  rows: readonly R[],
  {limit}: PageQuery,
): {page: R[]; nextCursor: string | null} {
  const page = rows.slice(0, limit);
  return {page, nextCursor: rows.length > limit ? (page.at(-1)?.id ?? null) : null};
}
