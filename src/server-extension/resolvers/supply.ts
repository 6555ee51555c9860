import {Arg, Query, Resolver} from 'type-graphql';
import type {EntityManager} from 'typeorm';
import {AsOfInput} from '../answers/asOf';
import {SupplyAnswer} from '../answers/supply';
import {resolveAsOf} from '../asOf';
import {supplyAnswers} from '../supplyAnswer';

@Resolver()
export class SupplyResolver {
  constructor(private readonly tx: () => Promise<EntityManager>) {}

  @Query(() => SupplyAnswer, {description: 'How much AID exists, where, why, and who may not move it'})
  async supply(@Arg('asOf', () => AsOfInput, {nullable: true}) asOf?: AsOfInput | null): Promise<SupplyAnswer> {
    const em = await this.tx();
    const {held, point} = await resolveAsOf(em, asOf);
    const [answered] = await supplyAnswers(em, held, [point]);
    if (answered === undefined) throw new RangeError('A block without its answer.');
    return answered.answer;
  }
}
