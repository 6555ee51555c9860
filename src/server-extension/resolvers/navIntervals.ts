import {Args, Query, Resolver} from 'type-graphql';
import type {EntityManager} from 'typeorm';
import {METHODOLOGY, orMissing} from '../../domain/methodology';
import {NavIntervalsAnswer, NavReconciliationsAnswer} from '../answers/navBook';
import {PageArgs} from '../answers/page';
import {heldAsOf, pointOf, toAsOf} from '../asOf';
import {reasonsOf} from '../measured';
import {intervalPart, intervalsIn} from '../navIntervals';
import {cutPage, pageQuery} from '../page';
import {reconciliationPart, reconciliationsIn} from '../reconciliations';
import {vaultRow} from '../vaultRow';

@Resolver()
export class NavIntervalsResolver {
  constructor(private readonly tx: () => Promise<EntityManager>) {}

  @Query(() => NavIntervalsAnswer, {description: 'Every time in which neither NAV of sAID changed, in order'})
  async navIntervals(@Args() args: PageArgs): Promise<NavIntervalsAnswer> {
    const em = await this.tx();
    const held = await heldAsOf(em, args.asOf);
    const query = pageQuery(held, args);
    const rows = await intervalsIn(em, vaultRow(held, 'stakingVault').key, held.head.height, query);
    const {page, nextCursor} = cutPage(rows, query);
    return {
      intervals: page.map(intervalPart),
      nextCursor,
      reasons: reasonsOf({nextCursor: orMissing(nextCursor, 'NOT_APPLICABLE')}),
      asOf: toAsOf(pointOf(held, held.head)),
      methodologyVersion: METHODOLOGY.navBook,
    };
  }

  @Query(() => NavReconciliationsAnswer, {description: "The identity of the vault's book at every mark, in order"})
  async reconciliations(@Args() args: PageArgs): Promise<NavReconciliationsAnswer> {
    const em = await this.tx();
    const held = await heldAsOf(em, args.asOf);
    const query = pageQuery(held, args);
    const rows = await reconciliationsIn(em, vaultRow(held, 'stakingVault').key, held.head.height, query);
    const {page, nextCursor} = cutPage(rows, query);
    return {
      reconciliations: page.map(reconciliationPart),
      nextCursor,
      reasons: reasonsOf({nextCursor: orMissing(nextCursor, 'NOT_APPLICABLE')}),
      asOf: toAsOf(pointOf(held, held.head)),
      methodologyVersion: METHODOLOGY.navBook,
    };
  }
}
