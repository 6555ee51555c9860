import {ArgsType, Field, Int, ObjectType} from 'type-graphql';
import {DateTime} from '@subsquid/graphql-server';
import {AsOf} from './asOf';
import {Count, OptionalFlag, OptionalText, OptionalTime, Part, Text, Time} from './fields';
import {FieldReasonPart} from './reasons';

@ObjectType({description: 'An account that holds a role of a contract, by the events of the contract'})
export class RoleHolderPart {
  @Count('EIP-155 chain id')
  chainId!: number;

  @Text('Address whose role it is')
  contract!: string;

  @Text('What that is in the network file')
  contractRole!: string;

  @Text('Its name in the network file')
  contractName!: string;

  @Text('bytes32')
  role!: string;

  @OptionalText('Null with NO_OBSERVATION for a role whose name is not known')
  roleName!: string | null;

  @Text('Who holds it')
  account!: string;

  @OptionalText('What the account is: its name in the network file, else in the labels')
  label!: string | null;

  @Time('When it was granted')
  since!: Date;

  @Text('Who granted it')
  grantedBy!: string;

  @OptionalFlag(
    'Whether a key signs for it: false for a contract of the network file and a labelled DEX, LENDING or BRIDGE; ' +
      'null with NO_OBSERVATION for all others, because logs do not tell',
  )
  isEoa!: boolean | null;

  @Part(() => [FieldReasonPart], 'Why fields are null')
  reasons!: FieldReasonPart[];
}

@ObjectType({description: 'What the authorities made of a contract of the network file, by its events'})
export class ContractControlPart {
  @Count('EIP-155 chain id')
  chainId!: number;

  @Text('Address')
  contract!: string;

  @Text('What it is in the network file')
  contractRole!: string;

  @Text('Its name in the network file')
  contractName!: string;

  @OptionalFlag('By its newest Paused or Unpaused; null with NO_OBSERVATION where it emitted neither')
  paused!: boolean | null;

  @OptionalTime('Of that event')
  pausedAt!: Date | null;

  @OptionalText('ERC-1967 implementation by its newest Upgraded; null with NO_OBSERVATION where it emitted none')
  implementation!: string | null;

  @OptionalTime('Since when: of the newest Upgraded or BeaconUpgraded')
  implementedAt!: Date | null;

  @OptionalText('Beacon that names the implementation; null with NO_OBSERVATION where no event names one')
  beacon!: string | null;

  @OptionalText('Admin of the proxy; null with NO_OBSERVATION where no event names one')
  proxyAdmin!: string | null;

  @Count('Implementations and beacons named so far, the first one included')
  implementationCount!: number;

  @Part(() => [FieldReasonPart], 'Why fields are null')
  reasons!: FieldReasonPart[];
}

@ObjectType({description: 'Who may do what with the contracts of all chains indexed. The deny list is no authority'})
export class AuthorityAnswer {
  @Part(() => [RoleHolderPart], 'By chain, contract, role and account')
  holders!: RoleHolderPart[];

  @Part(() => [ContractControlPart], 'Every contract of the protocol in the network files')
  contracts!: ContractControlPart[];

  @Count('Accounts with the MINTER_ROLE of AID, each once a chain')
  mintAuthorities!: number;

  @Count('Accounts with the BRIDGE_MINTER_ROLE of AID, each once a chain')
  bridgeMintAuthorities!: number;

  @Count('Accounts with the DEFAULT_ADMIN_ROLE of any contract, each once a chain')
  admins!: number;

  @Part(() => AsOf, 'The block this is about')
  asOf!: AsOf;

  @Text('Version of the definitions')
  methodologyVersion!: string;
}

@ObjectType({description: 'Something an authority did'})
export class AuthorityEventPart {
  @Text('Place in the chain: record of the log')
  record!: string;

  @Count('EIP-155 chain id')
  chainId!: number;

  @Text('Address')
  contract!: string;

  @Text('What it is in the network file')
  contractRole!: string;

  @Text('Its name in the network file')
  contractName!: string;

  @Text(
    'ROLE_GRANTED, ROLE_REVOKED, ROLE_ADMIN_CHANGED, ACCOUNT_DENIED, ACCOUNT_ADMITTED, ADDED_TO_DENY_LIST, ' +
      'REMOVED_FROM_DENY_LIST, PAUSED, UNPAUSED, UPGRADED, BEACON_UPGRADED, PROXY_ADMIN_CHANGED, REDEEM_LIMIT_SET, ' +
      'COLLATERAL_CONFIGURED, WHITELIST_UPDATED, FEES_CONFIGURED or BRIDGE_PEER_SET',
  )
  kind!: string;

  @OptionalText('Whom it concerns; null with NOT_APPLICABLE where nobody')
  account!: string | null;

  @OptionalText('bytes32 of the role; null with NOT_APPLICABLE where it is about none')
  role!: string | null;

  @OptionalText('Null with NOT_APPLICABLE without a role, with NO_OBSERVATION where its name is not known')
  roleName!: string | null;

  @OptionalText('The rest of what the log says; null with NOT_APPLICABLE where that is all')
  detail!: string | null;

  @Count('Block')
  height!: number;

  @Time('Time of the block')
  at!: Date;

  @Text('Transaction')
  txHash!: string;

  @Part(() => [FieldReasonPart], 'Why fields are null')
  reasons!: FieldReasonPart[];
}

@ObjectType({description: 'What the authorities of one chain did, oldest first'})
export class AuthorityEventsAnswer {
  @Part(() => [AuthorityEventPart], 'At most `limit`, in chain order')
  events!: AuthorityEventPart[];

  @OptionalText('Ask again with this cursor for what follows; null with NOT_APPLICABLE where nothing does')
  nextCursor!: string | null;

  @Part(() => [FieldReasonPart], 'Why fields are null')
  reasons!: FieldReasonPart[];

  @Part(() => AsOf, 'The indexed head')
  asOf!: AsOf;

  @Text('Version of the definitions')
  methodologyVersion!: string;
}

@ArgsType()
export class AuthorityEventsArgs {
  @Field(() => DateTime, {nullable: true, description: 'By default the first block held'})
  from?: Date | null;

  @Field(() => DateTime, {nullable: true, description: 'Exclusive; by default the head, included'})
  to?: Date | null;

  @Field(() => Int, {nullable: true, description: 'From 1 to 1000; by default 100'})
  limit?: number | null;

  @Field(() => String, {nullable: true, description: 'nextCursor of the answer before'})
  cursor?: string | null;

  @Field(() => Int, {nullable: true, description: 'By default the chain with the sAID vault'})
  chainId?: number | null;
}
