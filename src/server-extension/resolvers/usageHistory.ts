import {Arg, Args, Query, Resolver} from 'type-graphql';
import type {EntityManager} from 'typeorm';
import {accountsIn} from '../../domain/tokenActivity';
import {turnover} from '../../domain/usage';
import {HistoryArgs} from '../answers/history';
import {UsagePoint} from '../answers/usage';
import {once} from '../once';
import {NO_PAYMENTS, paymentsIn} from '../payments';
import {asPoints, resolveHistory} from '../range';
import {tokenStates} from '../tokenStates';
import {usageAnswers} from '../usageAnswer';
import {servicesOf, serviceParts} from '../usagePayments';
import {resolveToken} from '../usageToken';

@Resolver()
export class UsageHistoryResolver {
  constructor(private readonly tx: () => Promise<EntityManager>) {}

  @Query(() => [UsagePoint], {description: 'The usage at the end of each UTC bucket, and what moved in it'})
  async usageHistory(
    @Arg('token', () => String, {nullable: true, description: 'AID (the default), SAID or an asset id'})
    text: string | null | undefined,
    @Args() args: HistoryArgs,
  ): Promise<UsagePoint[]> {
    const em = await this.tx();
    const {held, buckets} = await resolveHistory(em, args);
    const last = buckets.at(-1);
    if (last === undefined) return [];
    const token = await resolveToken(em, held.chain, last.point, text);
    const points = buckets.map(({point}) => point);
    const starts = buckets.map(({start}) => start);
    const states = await tokenStates(em, held, token.id, points, starts);
    const answered = await usageAnswers(em, held, token, states);
    const services = servicesOf(held.chain);
    const addresses = services.map(({address}) => address);
    const payments = once(() => paymentsIn(em, token.id, addresses, buckets, last.point));
    return asPoints(buckets, answered).map((answer, index) => {
      const {row} = states.at(index);
      const paid = async () => (await payments())[index];
      const all = async () => (await paid())?.get('') ?? NO_PAYMENTS;
      return Object.defineProperties(answer, {
        volume: {value: turnover(states.before(index), states.at(index)).volume},
        activeAccounts: {value: accountsIn(row, args.interval ?? 'DAY', starts[index] ?? 0)},
        paymentCount: {get: async () => (await all()).count},
        paymentVolume: {get: async () => (await all()).volume},
        payerCount: {get: async () => (await all()).payers},
        payments: {get: async () => serviceParts(services, await paid()).filter(({count}) => count > 0)},
      }) as UsagePoint;
    });
  }
}
