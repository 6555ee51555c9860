import {ObjectType} from 'type-graphql';
import {AsOf} from './asOf';
import {Amount, Count, Flag, OptionalAmount, OptionalRate, OptionalText, Part, Text, Time} from './fields';
import {FieldReasonPart} from './reasons';

@ObjectType({description: 'AID on one chain'})
export class ChainSupplyPart {
  @Count('EIP-155 chain id')
  chainId!: number;

  @Text('Name of the network file')
  network!: string;

  @Amount('AID wei')
  supply!: bigint;

  @Count("The chain's last block at or before the instant asked about")
  height!: number;

  @Time('Time of that block')
  timestamp!: Date;
}

@ObjectType({description: 'AID minted and burned for one cause since the first block, flash mints netted'})
export class CausePart {
  @Text(
    'DEPOSIT, CAPITAL_RETURN, REVENUE, REDEMPTION, DEPLOYMENT, FLASH_MINT (its fees, as burns), BRIDGE, MIGRATION, ' +
      'or UNCLASSIFIED: no log of the transaction explains it',
  )
  cause!: string;

  @Amount('AID wei')
  minted!: bigint;

  @Amount('AID wei')
  burned!: bigint;

  @Amount('AID wei: minted - burned; over all causes the total supply')
  net!: bigint;
}

@ObjectType({description: 'Supply of AID over all chains indexed, in wei'})
export class SupplyAnswer {
  @Amount('AID wei: sum of the totalSupply of every chain')
  total!: bigint;

  @Part(() => [ChainSupplyPart], 'The parts of total')
  byChain!: ChainSupplyPart[];

  @OptionalAmount(
    'AID wei sent over the bridge to an indexed chain and not received there, joined by guid; negative for what was ' +
      'received before its sender is indexed that far. Null where no bridge shows it',
  )
  inFlight!: bigint | null;

  @OptionalText('Why inFlight is null: NOT_APPLICABLE with one chain and no bridge, else NO_OBSERVATION')
  inFlightReason!: string | null;

  @OptionalAmount(
    'AID wei, net sent to chains that are not indexed; null with PARTIAL when more came back than was ever sent',
  )
  away!: bigint | null;

  @OptionalAmount("AID wei minted by a bridge beyond what the sender's chain shows as sent; anything but 0 is an alarm")
  unmatchedReceived!: bigint | null;

  @Amount('AID wei owed: total + inFlight + away, as far as those are known')
  liabilities!: bigint;

  @Amount('AID wei minted since the first block, flash mints netted')
  minted!: bigint;

  @Amount('AID wei burned since the first block, flash mints netted: their fees remain')
  burned!: bigint;

  @Part(() => [CausePart], 'Every cause; they sum to minted and burned. Empty, with a reason, where they do not')
  byCause!: CausePart[];

  @OptionalRate('(minted + burned) of UNCLASSIFIED over those of all causes; null before anything was minted')
  unclassifiedShare!: string | null;

  @OptionalAmount('AID wei lent by flash mints and burned again in the same transaction; in neither minted nor burned')
  flashMinted!: bigint | null;

  @OptionalAmount('AID wei of flash mint fees, burned')
  flashFees!: bigint | null;

  @Amount('AID wei held by accounts on the deny list; a part of total')
  deniedBalance!: bigint;

  @Count('Accounts that hold the role of the deny list')
  deniedAccounts!: number;

  @Count("Accounts of which the role says one thing and the list's own events another; anything but 0 is an alarm")
  denyListDisagreements!: number;

  @Part(() => [FieldReasonPart], 'Why fields are null, or PARTIAL')
  reasons!: FieldReasonPart[];

  @Part(() => AsOf, 'The block this is about')
  asOf!: AsOf;

  @Text('Version of the formulas')
  methodologyVersion!: string;
}

@ObjectType({description: 'The supply as of the last block before the end of a UTC bucket'})
export class SupplyPoint extends SupplyAnswer {
  @Time('Start of the UTC bucket')
  start!: Date;

  @Time('Exclusive')
  end!: Date;

  @Flag('Nothing changed in the bucket: the state before it')
  isCarried!: boolean;
}
