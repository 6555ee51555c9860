import {bucketsBetween} from '../../domain/bucket';
import {levelBucket} from '../../domain/gaugeBucket';
import type {GaugeRow} from '../../domain/gauge';
import {LEVELS} from '../../domain/series';
import {decodeRow} from '../../domain/version';
import {gauge} from '../../projections/gauge';
import {computeAsset} from '../../projections/asset';
import {reserveState} from '../../projections/reserve';
import {stakingVault} from '../../projections/staking';
import {GENESIS_AT} from '../given';
import {world} from './history';
import {law} from './law';
import {machineAfter, type Machine} from './machine';

/** A gauge as it was after each block that turned it. */
const historyOf = (machine: Machine, id: string): GaugeRow[] =>
  machine.versions
    .filter(({projection, key}) => projection === 'gauge' && key === id)
    .map(({row}) => decodeRow<GaugeRow>(JSON.parse(row)));

law('every gauge shows what the row it measures holds', world, ({events, aid}) => {
  const machine = machineAfter(events);
  const level = (series: string, subject = ''): bigint | null =>
    machine.rows(gauge).find((row) => row.series === series && row.subject === subject)?.value ?? null;
  if (aid.transfers > 0) expect(level('SUPPLY') ?? 0n).toBe(aid.supply);
  const [reserves] = machine.rows(reserveState);
  if (reserves !== undefined) expect(level('RESERVES') ?? 0n).toBe(reserves.reservesUsd);
  const [vault] = machine.rows(stakingVault);
  if (vault !== undefined) {
    expect(level('SHARES') ?? 0n).toBe(vault.totalShares);
    expect([level('STAKING_NAV'), level('UNSTAKING_NAV')]).toEqual([vault.stakingNav, vault.unstakingNav]);
    expect(level('PENDING') ?? 0n).toBe(vault.pendingAssets);
  }
  for (const asset of machine.rows(computeAsset)) expect(level('OUTSTANDING', asset.id)).toBe(asset.outstanding);
  expect(machine.rows(gauge).every(({series}) => series in LEVELS)).toBe(true);
});

law(
  'the hours of a gauge tile: each opens where the one before closed, its mean lies between its bounds, no change is lost',
  world,
  ({events}) => {
    const machine = machineAfter(events);
    const until = (events.at(-1)?.meta.at ?? GENESIS_AT) + 1;
    for (const {id} of machine.rows(gauge)) {
      const history = historyOf(machine, id);
      const at = (instant: number): GaugeRow | undefined => history.findLast(({updatedAt}) => updatedAt < instant);
      let changes = 0;
      for (const bucket of bucketsBetween(GENESIS_AT, until, 'HOUR')) {
        const shown = levelBucket(at(bucket.start), at(bucket.end), 'HOUR', bucket, bucket.end);
        const before = at(bucket.start)?.value ?? null;
        const startsAnew = history.some(({updatedAt}) => updatedAt === bucket.start);
        if (!startsAnew) expect(shown.open.value).toBe(before);
        if (shown.high.value !== null && shown.low.value !== null) {
          expect(shown.low.value <= shown.high.value).toBe(true);
          expect(shown.low.value <= (shown.mean.value ?? shown.low.value)).toBe(true);
          expect((shown.mean.value ?? shown.high.value) <= shown.high.value).toBe(true);
        }
        changes += shown.changeCount;
      }
      expect(changes).toBe(history.at(-1)?.changeCount);
    }
  },
);
