import {Arg, Query, Resolver} from 'type-graphql';
import type {EntityManager} from 'typeorm';
import {AsOfInput} from '../answers/asOf';
import {RedemptionRouteAnswer} from '../answers/redemptionRoute';
import {resolveAsOf} from '../asOf';
import {redemptionRoutes} from '../redemptionRoutes';

@Resolver()
export class RedemptionRoutesResolver {
  constructor(private readonly tx: () => Promise<EntityManager>) {}

  @Query(() => [RedemptionRouteAnswer], {
    description: 'Every way out of AID and sAID: access, settlement, cost and capacity, each with its evidence',
  })
  async redemptionRoutes(
    @Arg('asOf', () => AsOfInput, {nullable: true}) asOf?: AsOfInput | null,
  ): Promise<RedemptionRouteAnswer[]> {
    const em = await this.tx();
    const {held, point} = await resolveAsOf(em, asOf);
    return redemptionRoutes(em, held, point);
  }
}
