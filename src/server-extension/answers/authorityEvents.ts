import {DateTime} from '@subsquid/graphql-server';
import {ArgsType, Field, Int, ObjectType} from 'type-graphql';
import {AsOf} from './asOf';
import {Count, OptionalText, Part, Text, Time} from './fields';
import {FieldReasonPart} from './reasons';

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
