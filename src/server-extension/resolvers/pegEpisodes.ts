import {Arg, Query, Resolver} from 'type-graphql';
import type {EntityManager} from 'typeorm';
import {METHODOLOGY} from '../../domain/methodology';
import {episodesAt, NO_WATCH} from '../../domain/pegEpisode';
import {AsOfInput} from '../answers/asOf';
import {PegEpisodesAnswer} from '../answers/peg';
import {resolveAsOf, toAsOf} from '../asOf';
import {BadInput} from '../badInput';
import {episodePart} from '../pegAnswer';
import {pegRules, pegWatches} from '../pegWatch';

@Resolver()
export class PegEpisodesResolver {
  constructor(private readonly tx: () => Promise<EntityManager>) {}

  @Query(() => PegEpisodesAnswer, {description: 'Every time in which AID was off its peg, and by how much'})
  async pegEpisodes(
    @Arg('asOf', () => AsOfInput, {nullable: true}) asOf?: AsOfInput | null,
  ): Promise<PegEpisodesAnswer> {
    const em = await this.tx();
    const {held, point} = await resolveAsOf(em, asOf);
    const {chainId, network} = held.chain;
    const rules = pegRules(held.chain);
    if (rules === null) throw new BadInput(`Chain ${chainId} (${network}) registers no price feed of AID.`);
    const watch = (await pegWatches(em, rules, [point])).get(point.height) ?? NO_WATCH;
    return {
      episodes: episodesAt(watch, point.at, rules).map(episodePart),
      ...rules.terms,
      asOf: toAsOf(point),
      methodologyVersion: METHODOLOGY.pegEpisodes,
    };
  }
}
