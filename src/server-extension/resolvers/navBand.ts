import {BigDecimalScalar} from '@subsquid/graphql-server';
import {Arg, Int, Query, Resolver} from 'type-graphql';
import type {EntityManager} from 'typeorm';
import {DEFAULT_YEAR, parseYearBasis} from '../../domain/rates';
import {AsOfInput} from '../answers/asOf';
import {NavBandAnswer} from '../answers/navBand';
import {resolveAsOf} from '../asOf';
import {orBadInput} from '../badInput';
import {navBandAnswer} from '../navBandAnswer';

const USUAL_MARKS = 12;

@Resolver()
export class NavBandResolver {
  constructor(private readonly tx: () => Promise<EntityManager>) {}

  @Query(() => NavBandAnswer, {description: 'Whether the steps of the NAV lie in the band in which they are believed'})
  async navBand(
    @Arg('asOf', () => AsOfInput, {nullable: true}) asOf?: AsOfInput | null,
    @Arg('marks', () => Int, {nullable: true, description: 'Steps of each NAV, 12 by default'}) marks?: number | null,
    @Arg('yearBasis', () => BigDecimalScalar, {nullable: true, description: '360, 365 (default), 365.2425 or 365.25'})
    yearBasis?: {toString(): string} | null,
  ): Promise<NavBandAnswer> {
    const basis = yearBasis == null ? DEFAULT_YEAR : orBadInput(() => parseYearBasis(yearBasis.toString()));
    const em = await this.tx();
    const {held, point} = await resolveAsOf(em, asOf);
    return navBandAnswer(em, held, point, {marks: marks ?? USUAL_MARKS, basis});
  }
}
