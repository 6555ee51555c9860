import {Arg, Query, Resolver} from 'type-graphql';
import type {EntityManager} from 'typeorm';
import {AsOfInput} from '../answers/asOf';
import {BufferAnswer} from '../answers/buffer';
import {resolveAsOf, snapshotsAt} from '../asOf';
import {bufferAnswer, bufferAt} from '../bufferAnswer';
import {vaultCashAt} from '../claims';

@Resolver()
export class BufferAdequacyResolver {
  constructor(private readonly tx: () => Promise<EntityManager>) {}

  @Query(() => BufferAnswer, {description: "Whether the cash of sAID's fund meets a stress, and its share its target"})
  async bufferAdequacy(@Arg('asOf', () => AsOfInput, {nullable: true}) asOf?: AsOfInput | null): Promise<BufferAnswer> {
    const em = await this.tx();
    const {held, point} = await resolveAsOf(em, asOf);
    const [vaults = []] = await vaultCashAt(em, held.chains, await snapshotsAt(em, held, [point]));
    return bufferAnswer(bufferAt(held, point, vaults), point);
  }
}
