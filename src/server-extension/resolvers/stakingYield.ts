import {BigDecimalScalar} from '@subsquid/graphql-server';
import {Arg, Query, Resolver} from 'type-graphql';
import type {EntityManager} from 'typeorm';
import {DEFAULT_YEAR, parseYearBasis} from '../../domain/rates';
import {AsOfInput} from '../answers/asOf';
import {StakingYieldAnswer} from '../answers/stakingYield';
import {resolveAsOf} from '../asOf';
import {orBadInput} from '../badInput';
import {stakingYieldAnswers} from '../stakingYieldAnswer';

@Resolver()
export class StakingYieldResolver {
  constructor(private readonly tx: () => Promise<EntityManager>) {}

  @Query(() => StakingYieldAnswer, {description: 'What sAID yields, by its marks and by windows, with both NAVs'})
  async stakingYield(
    @Arg('asOf', () => AsOfInput, {nullable: true}) asOf?: AsOfInput | null,
    @Arg('yearBasis', () => BigDecimalScalar, {nullable: true, description: '360, 365 (default), 365.2425 or 365.25'})
    yearBasis?: {toString(): string} | null,
  ): Promise<StakingYieldAnswer> {
    const basis = yearBasis == null ? DEFAULT_YEAR : orBadInput(() => parseYearBasis(yearBasis.toString()));
    const em = await this.tx();
    const {held, point} = await resolveAsOf(em, asOf);
    const [answered] = await stakingYieldAnswers(em, held, [point], basis);
    if (answered === undefined) throw new RangeError('A block without its answer.');
    return answered.answer;
  }
}
