import {Arg, Query, Resolver} from 'type-graphql';
import type {EntityManager} from 'typeorm';
import {AsOfInput} from '../answers/asOf';
import {ConcentrationAnswer} from '../answers/concentration';
import {resolveAsOf} from '../asOf';
import {concentrationAnswer} from '../concentrationAnswer';

@Resolver()
export class ConcentrationResolver {
  constructor(private readonly tx: () => Promise<EntityManager>) {}

  @Query(() => ConcentrationAnswer, {description: 'How much of the reserves, of AID and of the queue lies with few'})
  async concentration(
    @Arg('asOf', () => AsOfInput, {nullable: true}) asOf?: AsOfInput | null,
  ): Promise<ConcentrationAnswer> {
    const em = await this.tx();
    const {held, point} = await resolveAsOf(em, asOf);
    return concentrationAnswer(em, held, point);
  }
}
