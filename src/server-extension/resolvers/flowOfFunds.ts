import {DateTime} from '@subsquid/graphql-server';
import {Arg, Query, Resolver} from 'type-graphql';
import type {EntityManager} from 'typeorm';
import {METHODOLOGY, missing} from '../../domain/methodology';
import {AsOfInput} from '../answers/asOf';
import {FlowAnswer} from '../answers/flow';
import {heldAsOf, pointOf, toAsOf} from '../asOf';
import {ledgerOf} from '../flowAnswer';
import {blocksAt, instant} from '../heldBlocks';
import {reasonsOf} from '../measured';
import {checkSpan} from '../range';

@Resolver()
export class FlowOfFundsResolver {
  constructor(private readonly tx: () => Promise<EntityManager>) {}

  @Query(() => FlowAnswer, {
    description:
      'The ledger of stablecoins and AID in a period: every node with its balances, every flow with its cause',
  })
  async flowOfFunds(
    @Arg('from', () => DateTime, {nullable: true, description: 'By default the first block held'})
    from?: Date | null,
    @Arg('to', () => DateTime, {nullable: true, description: 'Exclusive; by default the head, included'})
    to?: Date | null,
    @Arg('asOf', () => AsOfInput, {nullable: true}) asOf?: AsOfInput | null,
  ): Promise<FlowAnswer> {
    const em = await this.tx();
    const held = await heldAsOf(em, asOf);
    const span = checkSpan(held, {from, to}, 'DAY');
    const {chainId} = held.chain;
    const start = span.from ?? held.first.at;
    const last = Math.min(span.to === null ? held.head.at : span.to - 1, held.head.at);
    const [before, upTo] = await blocksAt(em, [chainId], [start - 1, last]);
    const opening = before?.get(chainId) ?? null;
    const closing = upTo?.get(chainId) ?? held.first;
    const ledger = await ledgerOf(em, held.chain, {opening, closing});
    return {
      ...ledger,
      from: instant(start),
      to: instant(span.to ?? held.head.at),
      opening: opening === null ? null : toAsOf(pointOf(held, opening)),
      reasons: opening === null ? reasonsOf({opening: missing('NO_OBSERVATION')}) : [],
      asOf: toAsOf(pointOf(held, closing)),
      methodologyVersion: METHODOLOGY.flowOfFunds,
    };
  }
}
