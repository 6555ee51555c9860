import {DataSource} from 'typeorm';
import type {DomainEvent} from '../domain/event';
import {PROJECTIONS} from '../projections';
import {toEntity} from '../projections/rows';
import {insertBlocks, insertChain} from '../server-extension/fixture/history';
import {insert, insertStatus, type Timeline} from '../server-extension/fixture/rows';
import {
  AID,
  ASSET_TOKEN,
  BRIDGE,
  CHAIN_ID,
  DISTRIBUTOR,
  FEED,
  GENESIS_AT,
  MINTER,
  REDEEMER,
  REGISTRY,
  SAID,
  USDC,
  USDT,
} from './given';
import {TREASURY} from './laws/deals';
import {SERVICES} from './laws/circulation';
import {machineAfter} from './laws/machine';

const SIX_HOURS = 21_600;
/** The world's blocks, six hours apart, so that its history is one of weeks. */
export const LINE: Timeline = {chainId: CHAIN_ID, start: GENESIS_AT - (GENESIS_AT % 86_400), step: SIX_HOURS};

export const blockTime = (height: number): number => LINE.start + height * LINE.step;

/** Where AID trades and is lent in the world: two of its people. */
export const DEX = '0x0000000000000000000000000000000000001001';
export const LENDING = '0x0000000000000000000000000000000000001002';

const LABELS = {
  ...Object.fromEntries(SERVICES.map((service, i) => [service, {class: 'AI_SERVICE', name: `Service ${i}`}])),
  [TREASURY]: {class: 'TREASURY', name: 'Treasury'},
  [DEX]: {class: 'DEX', name: 'Pool'},
  [LENDING]: {class: 'LENDING', name: 'Market'},
};

const SPEAKERS = [AID, SAID, MINTER, REDEEMER, FEED, USDC, USDT, REGISTRY, ASSET_TOKEN, DISTRIBUTOR, BRIDGE];

/** The events of a world at the times of LINE. */
export const stretched = (events: readonly DomainEvent[]): DomainEvent[] =>
  events.map((event): DomainEvent => {
    const meta = {...event.meta, at: blockTime(event.meta.height)};
    return event.type === 'NavObserved'
      ? {...event, meta, effectiveAt: blockTime(event.effectiveHeight)}
      : {...event, meta};
  });

const snake = (name: string): string =>
  name.replace(/[A-Z]/g, (letter, at) => `${at > 0 ? '_' : ''}${letter.toLowerCase()}`);

/** Writes a world as an index leaves it that has come to its last block, and answers that block's height. */
export async function writeWorld(url: string, events: readonly DomainEvent[]): Promise<number> {
  const source = await new DataSource({type: 'postgres', url}).initialize();
  const head = events.at(-1)?.meta.height ?? 1;
  const contracts = SPEAKERS.map((speaker) => ({...speaker, fromBlock: 1}));
  await insertChain(source, LINE, {network: 'local', contracts, headHeight: head});
  await source.query('UPDATE chain SET labels = $1', [JSON.stringify(LABELS)]);
  await insertBlocks(source, LINE, head);
  const machine = machineAfter(events);
  for (const projection of PROJECTIONS) {
    const rows = machine.rows(projection).map((row) => ({...toEntity(projection, row)}));
    await insert(source, snake(projection.entity.name), rows);
  }
  const states = new Set(PROJECTIONS.filter(({kind}) => kind === 'state').map(({name}) => name));
  const versions = machine.versions.filter(({projection}) => states.has(projection));
  await insert(
    source,
    'state_version',
    versions.map((version, i) => ({
      ...version,
      id: `${i}`,
      chainId: CHAIN_ID,
      at: new Date(version.at * 1000),
      row: JSON.parse(version.row) as unknown,
    })),
  );
  await insertStatus(source, CHAIN_ID, head, head);
  await source.destroy();
  return head;
}
