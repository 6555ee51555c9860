import type {EventOf} from './event';
import {contractRowId} from './ids';

/** What the authorities made of a contract: whether it is paused, and which code it runs. */
export interface ContractStateRow {
  readonly id: string;
  readonly chainId: number;
  readonly contract: string;
  /** What the contract is in the network file */
  readonly contractRole: string;
  readonly contractName: string;
  /** Null while no log told: then it is as it was created */
  readonly paused: boolean | null;
  readonly pausedAt: number | null;
  /** ERC-1967; null where no log told */
  readonly implementation: string | null;
  readonly implementedAt: number | null;
  readonly beacon: string | null;
  readonly proxyAdmin: string | null;
  /** Implementations and beacons named so far, the first one included */
  readonly implementationCount: number;
  readonly updatedHeight: number;
  readonly updatedAt: number;
}

export const CONTRACT_EVENTS = ['PauseChanged', 'ContractUpgraded', 'BeaconUpgraded', 'ProxyAdminChanged'] as const;
type ContractEvent = EventOf<(typeof CONTRACT_EVENTS)[number]>;

export const contractStateKey = ({meta}: ContractEvent): string => contractRowId(meta.chainId, meta.address);

export function evolveContractState(row: ContractStateRow | undefined, event: ContractEvent): ContractStateRow {
  const {meta} = event;
  const before = row ?? {
    paused: null,
    pausedAt: null,
    implementation: null,
    implementedAt: null,
    beacon: null,
    proxyAdmin: null,
    implementationCount: 0,
  };
  return {
    ...before,
    id: contractStateKey(event),
    chainId: meta.chainId,
    contract: meta.address,
    contractRole: meta.role,
    contractName: meta.name,
    ...changeOf(event, before.implementationCount),
    updatedHeight: meta.height,
    updatedAt: meta.at,
  };
}

/** `pausedAt` is the instant of the newest pause or unpause, `implementedAt` that of the newest code. */
function changeOf(event: ContractEvent, count: number): Partial<ContractStateRow> {
  const {at} = event.meta;
  switch (event.type) {
    case 'PauseChanged':
      return {paused: event.paused, pausedAt: at};
    case 'ContractUpgraded':
      return {implementation: event.implementation, implementedAt: at, implementationCount: count + 1};
    case 'BeaconUpgraded':
      return {beacon: event.beacon, implementedAt: at, implementationCount: count + 1};
    case 'ProxyAdminChanged':
      return {proxyAdmin: event.newAdmin};
  }
}
