import * as abi from '../../abi/assetRegistry';
import {InvariantError} from '../../domain/errors';
import {ASSET_CLASSES, DEAL_TYPES, REGISTRY_STATUSES} from '../../domain/lifecycle';
import {defineContract, ignore, on} from '../contract';
import {ROLE_RULES} from './standard';

function named<T>(names: readonly T[], code: number, of: string): T {
  const name = names[code];
  if (name === undefined)
    throw new InvariantError('The registry uses a code that its vocabulary does not have.', {of, code});
  return name;
}

const status = (code: number) => named(REGISTRY_STATUSES, code, 'status');
const text = (bytes32: string): string => Buffer.from(bytes32.slice(2), 'hex').toString('utf8').replace(/\0+$/, '');

/** The on-chain register of the financed deals. */
export const assetRegistry = defineContract({
  role: 'assetRegistry',
  abis: [abi],
  on: [
    on(abi.events.AssetRegistered, ({assetClass, dealType, startAt, maturityAt, metadataURI, ...terms}) => ({
      type: 'AssetRegistered',
      ...terms,
      assetClass: named(ASSET_CLASSES, assetClass, 'assetClass'),
      dealType: named(DEAL_TYPES, dealType, 'dealType'),
      startAt: Number(startAt),
      maturityAt: Number(maturityAt),
      metadataUri: metadataURI,
    })),
    on(abi.events.AssetStatusChanged, ({assetId, oldStatus, newStatus}) => ({
      type: 'AssetStatusChanged',
      assetId,
      oldStatus: status(oldStatus),
      newStatus: status(newStatus),
    })),
    on(abi.events.AssetAttested, ({kind, asOf, ...attested}) => ({
      type: 'AssetAttested',
      ...attested,
      kind: text(kind),
      asOf: Number(asOf),
    })),
    on(abi.events.AssetValued, ({asOf, ...valued}) => ({type: 'AssetValued', ...valued, asOf: Number(asOf)})),
    ignore(abi.events.AttestorSet, 'permission, not money'),
    ...ROLE_RULES,
  ],
});
