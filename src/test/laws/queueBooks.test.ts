import type {DomainEvent} from '../../domain/event';
import {openLedger} from '../../domain/queueBook';
import {checkPolicies, type QueueStep} from '../../domain/queueCheck';
import {bookOf} from '../../domain/withdrawalQueue';
import {unstakeFill, unstakeRequest, withdrawalCycle, withdrawalQueue} from '../../projections/queue';
import {stakingVault} from '../../projections/staking';
import {SAID} from '../given';
import {blocksOf, world} from './history';
import {law} from './law';
import {Machine, machineAfter} from './machine';

const sum = (amounts: readonly (bigint | null)[]): bigint =>
  amounts.reduce<bigint>((total, amount) => total + (amount ?? 0n), 0n);

law('the queue owes what the vault owes, and holds the AID that came in less what went out', world, ({events}) => {
  const machine = new Machine();
  for (const block of blocksOf(events)) {
    machine.run(block);
    const [[queue], [vault]] = [machine.rows(withdrawalQueue), machine.rows(stakingVault)];
    expect([queue?.pendingAssets ?? 0n, queue?.pendingRequests ?? 0]).toEqual([
      vault?.pendingAssets ?? 0n,
      vault?.pendingRequests ?? 0,
    ]);
    if (queue === undefined) continue;
    const cameIn = queue.cumulativeDeposited + queue.cumulativeReturned + queue.cumulativeRevenue;
    expect(queue.heldAssets).toBe(cameIn - queue.cumulativeDeployed - queue.cumulativePaidOut);
    expect(sum(bookOf(queue).map(({rest}) => rest))).toBe(queue.pendingAssets);
  }
});

law('the AID held, the settlements and the payments are those of the chain', world, ({events, aid, vault}) => {
  const machine = machineAfter(events);
  const [queue] = machine.rows(withdrawalQueue);
  if (queue !== undefined) expect(queue.heldAssets).toBe(aid.of(SAID.address));
  const cycles = machine.rows(withdrawalCycle).filter(({cycleId}) => cycleId !== 0n);
  expect(
    cycles.map(({cycleId, policy, cutoffAt, dueAssets, paidAssets, liquidAssets}) => [
      cycleId,
      policy,
      cutoffAt,
      dueAssets,
      dueAssets === null ? null : paidAssets,
      liquidAssets,
    ]),
  ).toEqual(
    vault.queue.cycles.map(({id, policy, cutoffAt, settled}) => [
      id,
      policy,
      cutoffAt,
      settled?.due ?? null,
      settled?.paid ?? null,
      settled?.held ?? null,
    ]),
  );
  const fills = machine.rows(unstakeFill);
  for (const {id, paid} of vault.queue.requests) {
    expect(sum(fills.filter(({requestId}) => requestId === id).map(({assetsPaid}) => assetsPaid))).toBe(paid);
  }
});

law('opening and new are filled, cancelled, rolled or open, in every cycle, to the wei', world, ({events}) => {
  const machine = new Machine();
  for (const block of blocksOf(events)) {
    machine.run(block);
    for (const cycle of machine.rows(withdrawalCycle)) {
      if (cycle.openingAssets === null) {
        expect([cycle.status, cycle.residual]).toEqual(['OPENED', null]);
        continue;
      }
      const {openingAssets, newAssets, filledAssets, filledBetweenAssets, rolledAssets, openAssets} = cycle;
      expect(cycle.residual).toBe(0n);
      expect(sum([openingAssets, newAssets])).toBe(
        sum([filledAssets, filledBetweenAssets, cycle.cancelledAssets, rolledAssets, openAssets]),
      );
    }
  }
});

law('cycles settled in order take in what was requested, once, and pay what was paid', world, ({events}) => {
  const machine = machineAfter(events);
  const [queue] = machine.rows(withdrawalQueue);
  if (queue === undefined || !areInOrder(events)) return;
  const cycles = machine.rows(withdrawalCycle);
  const unsettled = cycles
    .filter(({status}) => status === 'OPENED')
    .map(({cycleId}) => openLedger(bookOf(queue), cycleId))
    .filter((ledger) => ledger !== undefined);
  const untilNext = unsettled.length > 0 ? [] : bookOf(queue).slice(0, -1);
  const requests = machine.rows(unstakeRequest);
  expect(sum([...cycles.map(({newAssets}) => newAssets), ...unsettled.map(({requested}) => requested)])).toBe(
    sum(requests.map(({assetsQuoted}) => assetsQuoted)),
  );
  expect(
    sum([
      ...cycles.flatMap(({filledAssets, filledBetweenAssets}) => [filledAssets, filledBetweenAssets]),
      ...[...unsettled, ...untilNext].map(({filledBetween}) => filledBetween),
    ]),
  ).toBe(sum(requests.map(({assetsPaid}) => assetsPaid)));
});

/** Whether the nth settlement is that of the nth cycle. */
const areInOrder = (events: readonly DomainEvent[]): boolean =>
  events
    .filter((event) => event.type === 'WithdrawalCycleSettled')
    .every(({cycleId}, index) => cycleId === BigInt(index + 1));

law('every settlement of the chain agrees with the policy of its cycle', world, ({events, vault}) => {
  const policies = new Map(vault.queue.cycles.map(({id, policy}) => [id, policy]));
  const cutoffs = new Map(vault.queue.cycles.map(({id, cutoffAt}) => [id, cutoffAt]));
  const checks = checkPolicies(
    events.flatMap((event) => stepOf(event, cutoffs)),
    (cycleId) => policies.get(cycleId) ?? 'FIFO',
  );
  expect([...checks.values()].filter(({verdict}) => verdict !== 'AGREES')).toEqual([]);
});

function stepOf(event: DomainEvent, cutoffs: ReadonlyMap<bigint, number>): QueueStep[] {
  if (event.type === 'UnstakeRequested') {
    return [{kind: 'REQUESTED', requestId: event.requestId, at: event.meta.at, assets: event.assetsQuoted}];
  }
  if (event.type === 'UnstakeFilled') {
    return [{kind: 'PAID', requestId: event.requestId, cycleId: event.cycleId, assets: event.assetsPaid}];
  }
  if (event.type !== 'WithdrawalCycleSettled') return [];
  const cutoffAt = cutoffs.get(event.cycleId) ?? 0;
  return [{kind: 'SETTLED', cycleId: event.cycleId, cutoffAt, at: event.meta.at}];
}
