import {DateTime} from '@subsquid/graphql-server';
import {Arg, Query, Resolver} from 'type-graphql';
import type {EntityManager} from 'typeorm';
import {AsOfInput} from '../answers/asOf';
import {YieldAttributionAnswer} from '../answers/yieldAttribution';
import {heldAsOf, pointOf} from '../asOf';
import {attributionAnswer} from '../attributionAnswer';
import {blocksAt} from '../heldBlocks';
import {checkSpan} from '../range';
import {vaultRow} from '../vaultRow';

@Resolver()
export class YieldAttributionResolver {
  constructor(private readonly tx: () => Promise<EntityManager>) {}

  @Query(() => YieldAttributionAnswer, {description: 'Where the move of the staking NAV in [from, to) came from'})
  async yieldAttribution(
    @Arg('from', () => DateTime, {nullable: true, description: 'By default the time of the first price'})
    from?: Date | null,
    @Arg('to', () => DateTime, {nullable: true, description: 'Exclusive; by default the head, included'})
    to?: Date | null,
    @Arg('asOf', () => AsOfInput, {nullable: true}) asOf?: AsOfInput | null,
  ): Promise<YieldAttributionAnswer> {
    const em = await this.tx();
    const held = await heldAsOf(em, asOf);
    const span = checkSpan(held, {from, to}, 'DAY');
    const {chainId} = held.chain;
    const ends = [(span.from ?? held.first.at) - 1, Math.min((span.to ?? Infinity) - 1, held.head.at)];
    const [before, last] = (await blocksAt(em, [chainId], ends)).map((found) => found.get(chainId));
    const since = span.from === null ? null : (before ?? {height: held.first.height - 1, at: span.from});
    return attributionAnswer(em, vaultRow(held, 'stakingVault'), since, pointOf(held, last ?? held.first));
  }
}
