import {ObjectType, registerEnumType} from 'type-graphql';
import type {BackingState as StateName} from '../../domain/backing';
import type {MarginMode as ModeName} from '../../domain/mintHeadroom';
import type {BackingEvidence} from '../backingFields';
import {AsOf} from './asOf';
import {EvidenceSharePart, MarginMode} from './backingParts';
import {
  Amount,
  Flag,
  OptionalAmount,
  OptionalCount,
  OptionalFlag,
  OptionalPart,
  OptionalRate,
  OptionalText,
  OptionalTime,
  Part,
  Text,
  Time,
} from './fields';
import {PegPart} from './peg';
import {FieldReasonPart} from './reasons';
import {ReserveComponentPart} from './reserveComponent';
import {ReserveStatementPart} from './reserveStatement';
import {ChainSupplyPart} from './supply';

export const BackingState: {readonly [K in StateName]: K} = {
  COMPLETE: 'COMPLETE',
  FLOOR: 'FLOOR',
  UNREADABLE: 'UNREADABLE',
  NO_LIABILITY: 'NO_LIABILITY',
};
registerEnumType(BackingState, {
  name: 'BackingState',
  description:
    'COMPLETE: every source is fresh. FLOOR: some are not, ratioFloor is a lower bound. UNREADABLE: no bound',
});

@ObjectType({description: 'What backs AID: T-bills and stablecoins over the AID of all chains'})
export class BackingAnswer {
  @OptionalRate('Reserves over liabilities, where every source is fresh')
  ratio!: string | null;

  @OptionalRate('A lower bound of the ratio: what can be read and is fresh, over liabilities')
  ratioFloor!: string | null;

  @OptionalRate('Reserves after haircuts over liabilities; null where a component has no haircut in force')
  haircutRatio!: string | null;

  @OptionalRate('Reserves over liabilities, both at the instant attested')
  attestedRatio!: string | null;

  @OptionalTime('The instant attested')
  attestedAt!: Date | null;

  @OptionalText('STATEMENT: of all reserves. FEED: of the T-bills, with the custody of their instant')
  attestedSource!: string | null;

  @OptionalPart(() => ReserveStatementPart, 'The newest reserve statement that none corrects')
  statement!: ReserveStatementPart | null;

  @Part(() => BackingState)
  state!: StateName;

  @OptionalText('Why there is no ratio')
  reason!: string | null;

  @OptionalRate('Sum of all components')
  reservesUsd!: string | null;

  @Amount('AID wei owed: supply of all chains + inFlight + net sent to chains that are not indexed')
  liabilities!: bigint;

  @Part(() => [ChainSupplyPart])
  supplyByChain!: ChainSupplyPart[];

  @OptionalAmount('AID wei sent over the bridge to an indexed chain and not received there, as supply says')
  inFlight!: bigint | null;

  @OptionalText()
  inFlightReason!: string | null;

  @Part(() => [ReserveComponentPart])
  components!: ReserveComponentPart[];

  @OptionalRate("Sum of the shares' squares")
  hhi!: string | null;

  @OptionalRate('Part of the reserves that settles within a day, before haircuts')
  liquidShare!: string | null;

  @Part(() => [EvidenceSharePart], 'Shares of the reserves by what they rest on')
  evidence!: EvidenceSharePart[];

  @OptionalRate('Part of the reserves whose custodian nobody names')
  unknownShare!: string | null;

  @OptionalCount('Since the instant of the oldest valuation, in block time')
  valuationAgeSeconds!: number | null;

  @OptionalCount('Since the publication of the oldest valuation, in block time')
  publicationAgeSeconds!: number | null;

  @OptionalCount('Longest time between a valuation and its publication')
  publicationLagSeconds!: number | null;

  @OptionalFlag('A valuation is older than the age allowed; null where nothing is valued from time to time')
  valuationStale!: boolean | null;

  @OptionalFlag('A publication is older than its heartbeat; null where none is promised')
  publicationStale!: boolean | null;

  @OptionalAmount('AID that may still be minted, wei; 0 with a reason where stale or negative reserves refuse it')
  mintHeadroom!: bigint | null;

  @OptionalText('Why there is no headroom, or none is allowed')
  mintHeadroomReason!: string | null;

  @Part(() => MarginMode, 'Margin in force; NONE where the network sets none')
  mintMargin!: ModeName;

  @OptionalPart(() => PegPart, 'Null where the network registers no price feed')
  peg!: PegPart | Promise<PegPart> | null;

  @Part(() => [FieldReasonPart])
  reasons!: FieldReasonPart[];

  @Part(() => AsOf)
  asOf!: AsOf;

  @Text()
  methodologyVersion!: string;

  /** What the fields with arguments are computed from */
  readonly source!: BackingEvidence;
}

@ObjectType({description: 'The backing as of the last block before the end of a UTC bucket'})
export class BackingPoint extends BackingAnswer {
  @Time()
  start!: Date;

  @Time('Exclusive')
  end!: Date;

  @Flag('Nothing changed in the bucket: the state before it')
  isCarried!: boolean;
}
