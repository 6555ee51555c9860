import {ObjectType} from 'type-graphql';
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
