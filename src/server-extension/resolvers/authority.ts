import {Arg, Args, Query, Resolver} from 'type-graphql';
import type {EntityManager} from 'typeorm';
import {AsOfInput} from '../answers/asOf';
import {AuthorityAnswer} from '../answers/authority';
import {AuthorityEventsAnswer, AuthorityEventsArgs} from '../answers/authorityEvents';
import {heldAsOf, resolveAsOf} from '../asOf';
import {authorityAnswer} from '../authorityAnswer';
import {BadInput} from '../badInput';
import {authorityEventsAnswer} from '../authorityEventsAnswer';

@Resolver()
export class AuthorityResolver {
  constructor(private readonly tx: () => Promise<EntityManager>) {}

  @Query(() => AuthorityAnswer, {description: 'Who may mint, pause, upgrade and administer, and what is paused'})
  async authority(@Arg('asOf', () => AsOfInput, {nullable: true}) asOf?: AsOfInput | null): Promise<AuthorityAnswer> {
    const em = await this.tx();
    const {held, point} = await resolveAsOf(em, asOf);
    return authorityAnswer(em, held, point);
  }

  @Query(() => AuthorityEventsAnswer, {description: 'What the authorities of a chain did: roles, code, pauses, terms'})
  async authorityEvents(
    @Args() args: AuthorityEventsArgs,
    @Arg('asOf', () => AsOfInput, {nullable: true}) asOf?: AsOfInput | null,
  ): Promise<AuthorityEventsAnswer> {
    const {chainId} = args;
    if (chainId != null && asOf?.chainId != null && asOf.chainId !== chainId) {
      throw new BadInput(`chainId is ${chainId} and asOf is about chain ${asOf.chainId}: name one chain.`);
    }
    const em = await this.tx();
    const held = await heldAsOf(em, {...asOf, chainId: chainId ?? asOf?.chainId ?? null});
    return authorityEventsAnswer(em, held, args);
  }
}
