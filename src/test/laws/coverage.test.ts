import {readdirSync, readFileSync} from 'node:fs';
import path from 'node:path';
import fc from 'fast-check';
import type {EventType} from '../../domain/event';
import {PROJECTIONS} from '../../projections';
import {world} from './history';
import {SEEDS} from './law';
import {machineAfter} from './machine';

const WORLDS = fc.sample(world, {numRuns: 400, seed: 7});

test('the histories say every event that a projection takes', () => {
  const said = new Set(WORLDS.flatMap(({events}) => events.map(({type}) => type)));
  const taken = new Set<EventType>(PROJECTIONS.flatMap(({handles}) => [...handles]));
  expect([...taken].filter((type) => !said.has(type))).toEqual([]);
});

test('the histories reach every projection', () => {
  const reached = new Set(
    WORLDS.flatMap(({events}) => machineAfter(events).versions.map(({projection}) => projection)),
  );
  expect(PROJECTIONS.map(({name}) => name).filter((name) => !reached.has(name))).toEqual([]);
});

test('the histories hold marks that no log tells, requests paid in part, and losses that nobody realised', () => {
  expect(WORLDS.some(({chain}) => chain.silentMarks.length > 0)).toBe(true);
  expect(
    WORLDS.some(({events}) => events.some((one) => one.type === 'UnstakeFilled' && one.assetsRemaining > 0n)),
  ).toBe(true);
  expect(WORLDS.some(({vault}) => vault.loss > 0n)).toBe(true);
});

test('the histories hold settlements by both policies that pay only a part, and some out of order', () => {
  const cycles = WORLDS.flatMap(({vault}) => vault.queue.cycles);
  const inPart = cycles.filter(({settled}) => settled !== undefined && 0n < settled.paid && settled.paid < settled.due);
  expect(new Set(inPart.map(({policy}) => policy))).toEqual(new Set(['FIFO', 'PRO_RATA']));
  expect(
    WORLDS.some(({vault: {queue}}) =>
      queue.cycles.some(({settled}, i) => settled !== undefined && queue.cycles[i - 1]?.settled === undefined && i > 0),
    ),
  ).toBe(true);
});

test('every seed that is kept belongs to a law', () => {
  const texts = readdirSync(__dirname).map((file) => readFileSync(path.join(__dirname, file), 'utf8'));
  const laws = texts.flatMap((text) => [...text.matchAll(/\blaw\(\s*'([^']+)'/g)].map(([, name]) => name));
  expect(laws.length).toBeGreaterThan(0);
  expect(Object.keys(SEEDS).filter((name) => !laws.includes(name))).toEqual([]);
});
