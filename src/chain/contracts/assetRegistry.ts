import * as abi from '../../abi/assetRegistry';
import {ASSET_CLASSES, DEAL_TYPES, REGISTRY_STATUSES} from '../../domain/lifecycle';
import {defineContract, ignore, on} from '../contract';
import {instant, instantOrNever, named, readable, textOf} from '../words';
import {ROLE_RULES} from './standard';

const status = (code: number) => named(REGISTRY_STATUSES, code, 'status');

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
      startAt: instant(startAt),
      maturityAt: instantOrNever(maturityAt),
      metadataUri: readable(metadataURI),
    })),
    on(abi.events.AssetStatusChanged, ({assetId, oldStatus, newStatus}) => ({
      type: 'AssetStatusChanged',
      assetId,
      oldStatus: status(oldStatus),
      newStatus: status(newStatus),
    })),
    on(abi.events.AssetAttested, ({kind, asOf, uri, ...attested}) => ({
      type: 'AssetAttested',
      ...attested,
      kind: textOf(kind),
      asOf: instant(asOf),
      uri: readable(uri),
    })),
    on(abi.events.AssetValued, ({asOf, ...valued}) => ({type: 'AssetValued', ...valued, asOf: instant(asOf)})),
    ignore(abi.events.AttestorSet, 'permission, not money'),
    ...ROLE_RULES,
  ],
});
