import {Arg, Query, Resolver} from 'type-graphql';
import type {EntityManager} from 'typeorm';
import {AsOfInput} from '../answers/asOf';
import {SourceDivergenceAnswer} from '../answers/sourceDivergence';
import {resolveAsOf} from '../asOf';
import {sourceDivergence} from '../sourceDivergence';

@Resolver()
export class SourceDivergenceResolver {
  constructor(private readonly tx: () => Promise<EntityManager>) {}

  @Query(() => SourceDivergenceAnswer, {description: 'How far independent sources of one figure lie apart'})
  async sourceDivergence(
    @Arg('asOf', () => AsOfInput, {nullable: true}) asOf?: AsOfInput | null,
  ): Promise<SourceDivergenceAnswer> {
    const em = await this.tx();
    const {held, point} = await resolveAsOf(em, asOf);
    return sourceDivergence(em, held, point);
  }
}
