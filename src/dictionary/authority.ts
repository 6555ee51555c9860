import {AUTHORITY_EVENTS} from '../domain/authorityAct';
import {CONTRACT_EVENTS} from '../domain/contractState';
import {each, nullable, plain, typesOf} from './definition';

const UNTOLD = {NO_OBSERVATION: 'no log told'};

export const authorityTypes = [
  ...typesOf('authority', ['RoleGranted', 'RoleRevoked', ...CONTRACT_EVENTS], {
    AuthorityAnswer: {
      ...each(plain('-'), 'holders', 'contracts'),
      ...each(plain('count'), 'mintAuthorities', 'bridgeMintAuthorities', 'admins'),
    },
  }),
  ...typesOf('authority', ['RoleGranted', 'RoleRevoked'], {
    RoleHolderPart: {
      role: plain('bytes32'),
      roleName: nullable('-', {NO_OBSERVATION: 'a role whose name is not known'}),
      account: plain('address'),
      label: nullable('-', {NO_OBSERVATION: 'neither the network file nor the labels name it'}),
      since: plain('UTC'),
      grantedBy: plain('address'),
      isEoa: nullable('-', {NO_OBSERVATION: 'logs do not tell'}),
    },
  }),
  ...typesOf('authority', CONTRACT_EVENTS, {
    ContractControlPart: {
      ...each(nullable('-', UNTOLD), 'paused'),
      ...each(nullable('UTC', UNTOLD), 'pausedAt', 'implementedAt'),
      ...each(nullable('address', UNTOLD), 'implementation', 'beacon', 'proxyAdmin'),
      implementationCount: plain('count'),
    },
  }),
  ...typesOf('authority', AUTHORITY_EVENTS, {
    AuthorityEventsAnswer: {events: plain('-')},
    AuthorityEventPart: {
      kind: plain('-'),
      account: nullable('address', {NOT_APPLICABLE: 'the event concerns nobody'}),
      role: nullable('bytes32', {NOT_APPLICABLE: 'no event of a role'}),
      roleName: nullable('-', {NOT_APPLICABLE: 'no event of a role', NO_OBSERVATION: 'its name is not known'}),
      detail: nullable('-', {NOT_APPLICABLE: 'there is no more to say'}),
    },
  }),
];
