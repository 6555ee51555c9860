import {Arg, Query, Resolver} from 'type-graphql';
import type {EntityManager} from 'typeorm';
import {known, METHODOLOGY, missing} from '../../domain/methodology';
import {aidRows, aidSupply} from '../aidSupply';
import {AsOfInput} from '../answers/asOf';
import {reasonsOf} from '../measured';
import {SupplyAnswer} from '../answers/supply';
import {resolveAsOf, snapshotsAt, toAsOf} from '../asOf';
import {versionsAt} from '../versions';

@Resolver()
export class SupplyResolver {
  constructor(private readonly tx: () => Promise<EntityManager>) {}

  @Query(() => SupplyAnswer, {description: 'How much AID exists, and where'})
  async supply(@Arg('asOf', () => AsOfInput, {nullable: true}) asOf?: AsOfInput | null): Promise<SupplyAnswer> {
    const em = await this.tx();
    const {held, point} = await resolveAsOf(em, asOf);
    const snapshots = await snapshotsAt(em, held, [point]);
    const versions = await versionsAt(em, aidRows(held.chains), snapshots);
    const [snapshot, rows] = [snapshots[0], versions[0]];
    if (snapshot === undefined || rows === undefined) throw new RangeError('A block without its snapshot.');
    const {total, byChain, minted, burned, complete} = aidSupply(held.chains, snapshot, rows);
    const notComputed = missing('NOT_COMPUTED');
    return {
      total,
      byChain,
      inFlight: null,
      inFlightReason: notComputed.reason,
      minted,
      burned,
      byCause: [],
      reasons: reasonsOf({
        total: complete ? known(total) : missing('PARTIAL'),
        inFlight: notComputed,
        byCause: notComputed,
      }),
      asOf: toAsOf(point),
      methodologyVersion: METHODOLOGY.supply,
    };
  }
}
