import {Arg, Args, Query, Resolver} from 'type-graphql';
import type {EntityManager} from 'typeorm';
import {METHODOLOGY, orMissing} from '../../domain/methodology';
import {DEFAULT_YEAR} from '../../domain/rates';
import {PageArgs} from '../answers/page';
import {RoundTripsAnswer} from '../answers/roundTrips';
import {heldAsOf, pointOf, toAsOf} from '../asOf';
import {BadInput} from '../badInput';
import {reasonsOf} from '../measured';
import {cutPage, pageQuery} from '../page';
import {tripPart} from '../realisedYield';
import {loadTrips} from '../settledTrips';
import {vaultRow} from '../vaultRow';

@Resolver()
export class RoundTripsResolver {
  constructor(private readonly tx: () => Promise<EntityManager>) {}

  @Query(() => RoundTripsAnswer, {description: 'What settled requests brought, from entry to payment, by settlement'})
  async roundTrips(
    @Arg('owner', () => String, {nullable: true, description: 'Address in hex; by default every owner'})
    owner: string | null | undefined,
    @Args() args: PageArgs,
  ): Promise<RoundTripsAnswer> {
    if (owner != null && !/^0x[0-9a-fA-F]{40}$/.test(owner)) {
      throw new BadInput(`owner ${JSON.stringify(owner)} is not an address: give 20 bytes in hex.`);
    }
    const em = await this.tx();
    const held = await heldAsOf(em, args.asOf);
    const query = pageQuery(held, args);
    const rows = await loadTrips(em, {
      ...query,
      vault: vaultRow(held, 'stakingVault').key,
      knownAt: held.head.height,
      owner: owner?.toLowerCase() ?? null,
      limit: query.limit + 1,
    });
    const {page, nextCursor} = cutPage(rows, query);
    return {
      trips: page.map((trip) => tripPart(trip, DEFAULT_YEAR)),
      nextCursor,
      reasons: reasonsOf({nextCursor: orMissing(nextCursor, 'NOT_APPLICABLE')}),
      asOf: toAsOf(pointOf(held, held.head)),
      methodologyVersion: METHODOLOGY.roundTrips,
    };
  }
}
