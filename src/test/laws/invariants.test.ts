import fc from 'fast-check';
import type {DomainEvent, EventType} from '../../domain/event';
import {InvariantError} from '../../domain/errors';
import {invariantCheck} from '../../projections/invariantCheck';
import {INVARIANTS} from '../../projections/invariants';
import type {Projection} from '../../projections/projection';
import {unstakeRequest, withdrawalQueue} from '../../projections/queue';
import {custodyBalance} from '../../projections/reserve';
import {token, tokenBalance} from '../../projections/token';
import {world} from './history';
import {law} from './law';
import {machineAfter} from './machine';

const GUARDS = new Set(INVARIANTS.filter(({isGuard}) => isGuard).map(({name}) => name));

const broken = (events: readonly DomainEvent[]): string[] =>
  machineAfter(events)
    .rows(invariantCheck)
    .flatMap(({ok, id, name, residual}) => (ok || !GUARDS.has(name) ? [] : [`${id}: ${residual}`]));

law('a history that the contracts allow keeps every law that guards the numbers', world, ({events}) => {
  expect(broken(events)).toEqual([]);
});

test('every law is checked in some history', () => {
  const checked = new Set<string>();
  for (const {events} of fc.sample(world, 60)) {
    for (const {name} of machineAfter(events).rows(invariantCheck)) checked.add(name);
  }
  expect([...checked].sort()).toEqual(INVARIANTS.map(({name}) => name).sort());
});

test('events that are dropped or doubled break a law, or stop the fold', () => {
  let [caught, tried] = [0, 0];
  for (const {events} of fc.sample(world, 60)) {
    if (events.length < 2) continue;
    const at = tried % events.length;
    const doubled = tried % 2 === 0;
    const mutated = doubled ? [...events.slice(0, at + 1), ...events.slice(at)] : events.toSpliced(at, 1);
    tried += 1;
    if (isCaught(mutated)) caught += 1;
  }
  console.info(`${caught} of ${tried} mutations break a law or stop the fold`);
  expect(caught).toBeGreaterThan(0);
});

/** More than any gap between the two NAVs */
const MORE = 10n ** 40n;

/** Rows and events that say more than is true, and the law that must say so. */
const ROWS: readonly [law: string, projection: Projection, field: string][] = [
  ['supply', token, 'cumulativeMinted'],
  ['holdings', tokenBalance, 'balance'],
  ['requests', unstakeRequest, 'assetsPaid'],
  ['pending', unstakeRequest, 'assetsRemaining'],
  ['queueBook', withdrawalQueue, 'pendingAssets'],
  ['custody', custodyBalance, 'valueUsd'],
];
const EVENTS: readonly [law: string, type: EventType, field: string][] = [
  ['shares', 'NavObserved', 'totalShares'],
  ['navOrder', 'NavObserved', 'unstakingNav'],
  ['shareFlows', 'Staked', 'shares'],
  ['waterfall', 'RevenueDistributed', 'gross'],
];

const more = <T extends object>(value: T, field: string): T => {
  const amount = (value as Record<string, unknown>)[field];
  return typeof amount === 'bigint' ? {...value, [field]: amount + MORE} : value;
};

/** Histories in which a law is checked. */
const histories = (name: string, isWanted: (event: DomainEvent) => boolean = () => true): DomainEvent[][] =>
  fc
    .sample(world, 60)
    .map(({events}) => [...events])
    .filter((events) => events.some(isWanted))
    .filter((events) =>
      machineAfter(events)
        .rows(invariantCheck)
        .some((row) => row.name === name),
    )
    .slice(0, 3);

/** Some lies the folds refuse themselves. */
function isSeen(name: string, events: readonly DomainEvent[]): boolean {
  try {
    return brokenLaws(events).has(name);
  } catch (error) {
    if (error instanceof InvariantError) return true;
    throw error;
  }
}

/** Laws that were broken at the end of some block. */
const brokenLaws = (events: readonly DomainEvent[]): Set<string> =>
  new Set(
    machineAfter(events)
      .versions.filter(({projection}) => projection === invariantCheck.name)
      .map(({row}) => JSON.parse(row) as {name: string; ok: boolean})
      .flatMap(({name, ok}) => (ok ? [] : [name])),
  );

test.each(ROWS)('the law %s sees a row that says too much', (name, projection, field) => {
  const lawful = histories(name);
  const evolve = projection.evolve.bind(projection);
  const spy = jest.spyOn(projection, 'evolve').mockImplementation((row, event, id, read) => {
    const after = evolve(row, event, id, read);
    return after === undefined || after === row ? after : more(after, field);
  });
  try {
    expect(lawful.map((events) => isSeen(name, events))).toEqual(lawful.map(() => true));
    expect(lawful.length).toBeGreaterThan(0);
  } finally {
    spy.mockRestore();
  }
});

test.each(EVENTS)('the law %s sees an event that says too much', (name, type, field) => {
  const tells = (event: DomainEvent): boolean => event.type === type && !Object.values(event).includes(null);
  const lawful = histories(name, tells);
  const unlawful = lawful.map((events) => events.map((event) => (event.type === type ? more(event, field) : event)));
  expect(unlawful.map((events) => isSeen(name, events))).toEqual(unlawful.map(() => true));
  expect(unlawful.length).toBeGreaterThan(0);
});

function isCaught(events: readonly DomainEvent[]): boolean {
  try {
    return broken(events).length > 0;
  } catch (error) {
    if (error instanceof InvariantError || /written twice/.test((error as Error).message)) return true;
    throw error;
  }
}
