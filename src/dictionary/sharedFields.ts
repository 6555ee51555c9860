import {each, nullable, plain, type Definition} from './definition';

/** Fields that mean the same in every type that has them; a type may define its own. */
export const COMMON: Readonly<Record<string, Definition>> = {
  asOf: plain('-', 'the block the answer is about: it says what an index that had stopped there would say'),
  methodologyVersion: plain('-', 'version of the definitions the answer was computed by; see methodology.json'),
  reasons: plain('-', 'field and reason of the null fields of the same object'),
  start: plain('UTC', 'first instant of the bucket'),
  end: plain('UTC', 'first instant after the bucket'),
  isCarried: plain('-', 'nothing the answer rests on changed in the bucket: the state before it'),
  chainId: plain('-', 'EIP-155 id of the chain'),
  height: plain('block', 'height of the block'),
  hash: plain('-', 'hash of the block'),
  timestamp: plain('UTC', 'time of the block'),
  at: plain('UTC', 'time of the block'),
  txHash: plain('-', 'transaction that emitted the log'),
  record: plain('-', 'id of the record in event_record that made the row'),
  contract: plain('address', 'contract it is about, in lower case'),
  contractRole: plain('-', 'what the contract is in the network file'),
  contractName: plain('-', 'name of the contract in the network file'),
  issuer: plain('-', 'who states it'),
  uri: plain('-', 'where the document is'),
  assurance: plain('-', 'SELF_REPORTED, AGREED_UPON, LIMITED or REASONABLE'),
  documentHash: plain('-', '0x and the sha256 of the document behind uri'),
  reportId: plain('-', "0x and the sha256 of the report's canonical JSON"),
  publishedAt: plain('UTC', 'when it was published: it is known from there on'),
  nextCursor: nullable('-', {NOT_APPLICABLE: 'nothing follows'}),
  ...each(plain('bytes32', 'id of the asset in the registry'), 'assetId'),
};
