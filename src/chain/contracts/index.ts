import type {ContractDefinition} from '../contract';
import type {Role} from '../networks';
import {aid} from './aid';
import {assetRegistry} from './assetRegistry';
import {assetToken} from './assetToken';
import {bridge} from './bridge';
import {aidAlpha, migration} from './legacy';
import {minter} from './minter';
import {redeemer} from './redeemer';
import {reserveAsset} from './reserveAsset';
import {aidPriceFeed, reserveFeed, saidPriceFeed} from './reserveFeed';
import {revenueDistributor} from './revenueDistributor';
import {said} from './said';

const ALL: readonly ContractDefinition[] = [
  aid,
  said,
  minter,
  redeemer,
  reserveFeed,
  aidPriceFeed,
  saidPriceFeed,
  reserveAsset,
  assetRegistry,
  assetToken,
  revenueDistributor,
  bridge,
  aidAlpha,
  migration,
];

/** Of all decoders together: raised when any of them says something else of the same records; a replay follows. */
export const DECODERS_VERSION = 1;

/** ▣ One definition per role. A role without one is kept in the log, every topic unrecognized. */
export const CONTRACTS: ReadonlyMap<Role, ContractDefinition> = new Map(
  ALL.map((contract) => [contract.role, contract]),
);
