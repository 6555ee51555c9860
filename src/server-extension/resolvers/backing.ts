import {Arg, Query, Resolver} from 'type-graphql';
import type {EntityManager} from 'typeorm';
import {AsOfInput} from '../answers/asOf';
import {BackingAnswer} from '../answers/backing';
import {resolveAsOf} from '../asOf';
import {backingAnswers} from '../backingAnswer';

@Resolver()
export class BackingResolver {
  constructor(private readonly tx: () => Promise<EntityManager>) {}

  @Query(() => BackingAnswer, {description: 'Whether AID is backed, by what, and how fresh the evidence is'})
  async backing(@Arg('asOf', () => AsOfInput, {nullable: true}) asOf?: AsOfInput | null): Promise<BackingAnswer> {
    const em = await this.tx();
    const {held, point} = await resolveAsOf(em, asOf);
    const [answered] = await backingAnswers(em, held, [point]);
    if (answered === undefined) throw new RangeError('A block without its answer.');
    return answered.answer;
  }
}
