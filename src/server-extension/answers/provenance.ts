import {registerEnumType} from 'type-graphql';
import type {Provenance as ProvenanceName} from '../../domain/backing';
import type {EvidenceClass as EvidenceName} from '../../domain/report';

export const Provenance: {readonly [K in ProvenanceName]: K} = {
  EVENT: 'EVENT',
  BLOCK_READ: 'BLOCK_READ',
  ATTESTED: 'ATTESTED',
  DERIVED: 'DERIVED',
};
registerEnumType(Provenance, {name: 'Provenance', description: 'How a value is known'});

export const Evidence: {readonly [K in EvidenceName]: K} = {
  INDEPENDENT: 'INDEPENDENT',
  STATIC_VALIDATED: 'STATIC_VALIDATED',
  WEAK_LIVE_PROBE: 'WEAK_LIVE_PROBE',
};
registerEnumType(Evidence, {
  name: 'Evidence',
  description:
    'INDEPENDENT: anybody can check it on the chain. STATIC_VALIDATED: checked against a document. WEAK_LIVE_PROBE: as its own publisher says',
});
