import {Arg, Args, Query, Resolver} from 'type-graphql';
import type {EntityManager} from 'typeorm';
import {AsOfInput} from '../answers/asOf';
import {AuthorityAnswer} from '../answers/authority';
import {AuthorityEventsAnswer, AuthorityEventsArgs} from '../answers/authorityEvents';
import {loadHeld, resolveAsOf} from '../asOf';
import {authorityAnswer} from '../authorityAnswer';
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
  async authorityEvents(@Args() args: AuthorityEventsArgs): Promise<AuthorityEventsAnswer> {
    const em = await this.tx();
    return authorityEventsAnswer(em, await loadHeld(em, args.chainId), args);
  }
}
