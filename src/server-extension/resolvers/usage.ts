import {Arg, Query, Resolver} from 'type-graphql';
import type {EntityManager} from 'typeorm';
import {VELOCITY_SECONDS} from '../../domain/usage';
import {AsOfInput} from '../answers/asOf';
import {UsageAnswer} from '../answers/usage';
import type {ServicePaymentsPart} from '../answers/usageParts';
import {resolveAsOf} from '../asOf';
import {paymentsIn} from '../payments';
import {tokenStates} from '../tokenStates';
import {usageAnswers} from '../usageAnswer';
import {servicesOf, serviceParts} from '../usagePayments';
import {resolveToken} from '../usageToken';

@Resolver()
export class UsageResolver {
  constructor(private readonly tx: () => Promise<EntityManager>) {}

  @Query(() => UsageAnswer, {description: 'Who holds a token, what it is used for and how fast it moves, on one chain'})
  async usage(
    @Arg('token', () => String, {nullable: true, description: 'AID (the default), SAID or an asset id'})
    text?: string | null,
    @Arg('asOf', () => AsOfInput, {nullable: true}) asOf?: AsOfInput | null,
  ): Promise<UsageAnswer> {
    const em = await this.tx();
    const {held, point} = await resolveAsOf(em, asOf);
    const token = await resolveToken(em, held.chain, point, text);
    const [answered] = await usageAnswers(em, held, token, await tokenStates(em, held, token.id, [point]));
    if (answered === undefined) throw new RangeError('A block without its answer.');
    const services = servicesOf(held.chain);
    const addresses = services.map(({address}) => address);
    const paidSince = async (start: number): Promise<ServicePaymentsPart[]> => {
      const [paid] = await paymentsIn(em, token.id, addresses, [{start, end: point.at + 1}], point);
      return serviceParts(services, paid);
    };
    return Object.defineProperties(answered.answer, {
      payments30d: {get: () => paidSince(point.at - VELOCITY_SECONDS + 1)},
      paymentsToDate: {get: () => paidSince(held.first.at)},
    }) as UsageAnswer;
  }
}
