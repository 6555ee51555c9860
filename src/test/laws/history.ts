import fc from 'fast-check';
import type {DomainEvent} from '../../domain/event';
import {READ_EVERY} from './chain';
import {DEAL_KINDS, KINDS, play, RUN_KINDS, type Command} from './commands';
import {World} from './world';

const PEOPLE = 4;
const LONGEST = 80;

const commandOf = (kinds: readonly Command['kind'][]): fc.Arbitrary<Command> =>
  fc.record({
    kind: fc.constantFrom(...kinds),
    who: fc.nat(PEOPLE - 1),
    whom: fc.nat(PEOPLE - 1),
    size: fc.nat(1000),
    gap: fc.constantFrom(0, 0, 1, 1, 2, 9),
  });

const commandsOf = (kinds: readonly Command['kind'][]): fc.Arbitrary<Command[]> =>
  fc.array(commandOf(kinds), {maxLength: LONGEST, size: 'max'});

/** Anything at all, a run on the queue in which people leave while the capital is out, or deals and what they pay. */
const commands = fc.oneof(
  {weight: 2, arbitrary: commandsOf(KINDS)},
  {weight: 1, arbitrary: commandsOf(RUN_KINDS)},
  {weight: 1, arbitrary: commandsOf(DEAL_KINDS)},
);

/** A world in which a plausible history happened; read once more at its end; it shrinks, and shows in a failure, by its commands. */
export const world: fc.Arbitrary<World> = fc.record({tellsLoss: fc.boolean(), commands}).map((plot) => {
  const played = new World(plot.tellsLoss);
  for (const one of plot.commands) play(played, one);
  played.chain.endBlock(READ_EVERY + 1);
  return shownAs(played, plot);
});

function shownAs<T extends object>(value: T, plot: unknown): T {
  return Object.defineProperty(value, fc.toStringMethod, {value: () => fc.stringify(plot)});
}

/** The events of a history by block. A block is never cut: the SDK hands over whole blocks. */
export function blocksOf(events: readonly DomainEvent[]): DomainEvent[][] {
  const blocks: DomainEvent[][] = [];
  for (const event of events) {
    if (blocks.at(-1)?.[0]?.meta.height === event.meta.height) blocks.at(-1)?.push(event);
    else blocks.push([event]);
  }
  return blocks;
}

/** A world and its history cut into batches at random. */
export const cutWorld: fc.Arbitrary<{world: World; batches: DomainEvent[][]}> = fc
  .record({world, cuts: fc.array(fc.boolean(), {minLength: 1, maxLength: 32})})
  .map(({world: played, cuts}) => {
    const batches: DomainEvent[][] = [[]];
    blocksOf(played.events).forEach((block, i) => {
      if (cuts[i % cuts.length] === true) batches.push([]);
      batches.at(-1)?.push(...block);
    });
    return {world: played, batches};
  });
