import * as registry from '../../abi/assetRegistry';
import * as said from '../../abi/said';
import {instant, instantOrNever, named, readable} from '../../chain/words';
import type {ComputeAssetRow} from '../../domain/computeAssetRow';
import {assetRowId} from '../../domain/ids';
import {ASSET_CLASSES, DEAL_TYPES, REGISTRY_STATUSES} from '../../domain/lifecycle';
import {assetsBeforeRegistration} from '../earlyAssets';
import type {HeldRow} from '../heldState';
import type {Scope, Subject} from '../subject';

const {registrationOf, statusOf, valuationOf, isRegistered} = registry.functions;

/** The registry: terms, status and valuation of every asset, and what the vault says is outstanding and lost of it. */
export const assets: Subject = {
  name: 'assets',
  async audit(scope) {
    const rows = await scope.held.versions<ComputeAssetRow>('computeAsset');
    const early = await assetsBeforeRegistration(scope);
    for (const {address} of scope.contracts('assetRegistry')) {
      for (const held of rows) auditTerms(scope, address, held);
      for (const id of await idsWithoutRow(scope, rows)) {
        const known = scope.ask(address, isRegistered, {assetId: assetIdOf(id)});
        scope.compareAll('computeAsset', id, {row: [null, known.then((yes) => (yes ? 'registered' : null))]});
      }
    }
    for (const {address} of scope.contracts('said')) {
      for (const {key, row} of rows) {
        const assetId = assetIdOf(key);
        const loss = scope.ask(address, said.functions.unrealizedLossOf, {assetId});
        scope.compareAll('computeAsset', key, {unrealizedLoss: [row.unrealizedLoss, loss]});
        const field = {projection: 'computeAsset', row: key, field: 'outstanding'};
        if (early.has(key)) scope.skip(field, 'capital was drawn before the registration, with which the row begins');
        else {
          const outstanding = scope.ask(address, said.functions.outstandingOf, {assetId});
          scope.compare(field, row.outstanding, outstanding);
          scope.compare({...field, field: 'drawn - repaid - realizedLoss'}, leftOf(row), outstanding);
        }
      }
    }
  },
};

const leftOf = ({drawn, repaid, realizedLoss}: ComputeAssetRow): bigint => drawn - repaid - realizedLoss;

const assetIdOf = (key: string): string => key.slice(key.indexOf('-') + 1);

function auditTerms(scope: Scope, address: string, held: HeldRow<ComputeAssetRow>): void {
  const {key, row} = held;
  const assetId = assetIdOf(key);
  scope.named('computeAsset', held, assetRowId(scope.network.chainId, row.assetId));
  const terms = scope.ask(address, registrationOf, {assetId});
  const status = scope.ask(address, statusOf, {assetId});
  const valuation = scope.ask(address, valuationOf, {assetId});
  const valued = valuation.then(({asOf}) => asOf > 0n);
  const orNull = <T>(value: Promise<T>): Promise<T | null> =>
    Promise.all([valued, value]).then(([is, one]) => (is ? one : null));
  const isKnown = scope.ask(address, isRegistered, {assetId});
  scope.compareAll('computeAsset', key, {
    row: ['registered', isKnown.then((yes) => (yes ? 'registered' : null))],
    token: [row.token, terms.then(({token}) => token)],
    spId: [row.spId, terms.then(({spId}) => spId)],
    assetClass: [row.assetClass, terms.then((one) => named(ASSET_CLASSES, one.assetClass, 'assetClass'))],
    dealType: [row.dealType, terms.then((one) => named(DEAL_TYPES, one.dealType, 'dealType'))],
    principal: [row.principal, terms.then(({principal}) => principal)],
    aprBps: [row.aprBps, terms.then(({aprBps}) => aprBps)],
    startAt: [row.startAt, terms.then(({startAt}) => instant(startAt))],
    maturityAt: [row.maturityAt, terms.then(({maturityAt}) => instantOrNever(maturityAt))],
    metadataUri: [row.metadataUri, terms.then(({metadataURI}) => readable(metadataURI))],
    status: [row.status, status.then((code) => named(REGISTRY_STATUSES, code, 'status'))],
    valuedAt: [row.valuedAt, orNull(valuation.then(({asOf}) => instant(asOf)))],
    collateralValue: [row.collateralValue, orNull(valuation.then(({collateralValue}) => collateralValue))],
    utilizationBps: [row.utilizationBps, orNull(valuation.then(({utilizationBps}) => utilizationBps))],
  });
}

/** Assets that some fact names and no row describes. */
async function idsWithoutRow(scope: Scope, rows: readonly HeldRow<ComputeAssetRow>[]): Promise<string[]> {
  const named = await scope.held.facts<{asset: string}>(
    `SELECT asset FROM compute_asset_event WHERE chain_id = $1 AND height <= $2
     UNION SELECT asset FROM asset_cash_flow WHERE chain_id = $1 AND height <= $2`,
  );
  const known = new Set(rows.map(({key}) => key));
  return named.map(({asset}) => asset).filter((asset) => !known.has(asset));
}
