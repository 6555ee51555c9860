import {tokenOf} from '../../domain/balance';
import {SUPPLY_EVENTS, supplyCauseKeys, type SupplyCauseRow, type SupplyEvent} from '../../domain/supplyCause';
import {supplyCause} from '../supply';
import {token} from '../token';
import type {Reference} from '../projection';
import {invariant, moved} from './invariant';

const causesOf = (event: SupplyEvent): Reference[] =>
  supplyCauseKeys(event).map((id) => ({projection: supplyCause, id}));

const net = ({causes}: SupplyCauseRow): bigint =>
  Object.values(causes).reduce((sum, {minted, burned}) => sum + BigInt(minted) - BigInt(burned), 0n);

/** Only what moves AID's own supply is booked by cause. */
const aidOf = (event: SupplyEvent): string[] =>
  event.type === 'TokenTransferred' && event.meta.role === 'aid' ? [tokenOf(event)] : [];

export const causes = invariant({
  name: 'causes',
  law: 'the causes of mints and burns sum to the supply of AID, per chain',
  unit: 'AID wei',
  handles: SUPPLY_EVENTS,
  subjects: supplyCauseKeys,
  reads: (event) => [...causesOf(event), ...aidOf(event).map((id) => ({projection: token, id}))],
  residual: (before, event, subject, read) =>
    before +
    moved(read, supplyCause, subject, net) -
    aidOf(event).reduce((sum, id) => sum + moved(read, token, id, ({totalSupply}) => totalSupply), 0n),
});

/** What a transaction that is over left unexplained; it is seen when the next one mints or burns. */
export const explained = invariant({
  name: 'explained',
  law: 'every mint and burn of AID has a cause (domain.md 7.11.3)',
  unit: 'AID wei',
  isGuard: false,
  handles: SUPPLY_EVENTS,
  subjects: supplyCauseKeys,
  reads: causesOf,
  residual: (before, event, subject, read) => {
    const earlier = read(supplyCause, subject, 'before');
    if (earlier === undefined || earlier.txHash === event.meta.txHash) return before;
    const {minted, burned} = earlier.causes.UNCLASSIFIED;
    return BigInt(minted) + BigInt(burned);
  },
});
