import fc from 'fast-check';
import {processOldest, settle} from '../../domain/queue';
import {QUEUE_POLICIES, type Fill, type OpenRequest} from '../../domain/queuePolicy';
import {ReferenceQueue} from './queueReference';

const OPERATIONS_A_RUN = 100;
const RUNS = 100;
const START_AT = Date.UTC(2026, 0, 1) / 1000;
const DAY = 86_400;

const amount = fc.oneof(fc.bigInt(1n, 9n), fc.bigInt(1n, 10n ** 6n), fc.bigInt(1n, 10n ** 26n));

const operation = fc.oneof(
  {weight: 5, arbitrary: fc.record({kind: fc.constant('request' as const), amount})},
  {weight: 2, arbitrary: fc.record({kind: fc.constant('openCycle' as const), days: fc.integer({min: 1, max: 45})})},
  {
    weight: 3,
    arbitrary: fc.record({
      kind: fc.constant('settleCycle' as const),
      policy: fc.constantFrom(...QUEUE_POLICIES),
      cycle: fc.nat(3),
      thousandths: fc.nat(1100),
    }),
  },
  {weight: 1, arbitrary: fc.record({kind: fc.constant('process' as const), most: fc.nat(4), thousandths: fc.nat(600)})},
  {weight: 3, arbitrary: fc.record({kind: fc.constant('wait' as const), days: fc.integer({min: 1, max: 20})})},
);
type Operation = typeof operation extends fc.Arbitrary<infer O> ? O : never;

/** The model of the domain and the reference, side by side. */
class Both {
  private readonly reference = new ReferenceQueue();
  private open: readonly OpenRequest[] = [];
  private cutoffs: number[] = [];
  private at = START_AT;
  private requests = 0n;
  played = 0;

  play(step: Operation): void {
    this.played += 1;
    switch (step.kind) {
      case 'request': {
        const request = {requestId: ++this.requests, requestedAt: this.at, remaining: step.amount};
        this.open = [...this.open, request];
        return this.reference.request(request.requestId, this.at, step.amount);
      }
      case 'openCycle':
        this.cutoffs.push(this.at + step.days * DAY);
        return;
      case 'wait':
        this.at += step.days * DAY;
        return;
      case 'process': {
        const liquidity = this.part(step.thousandths);
        const {fills, open} = processOldest(this.open, step.most, liquidity);
        return this.compare(fills, open, this.reference.process(step.most, liquidity));
      }
      case 'settleCycle': {
        const cutoffAt = this.cutoffs[step.cycle % (this.cutoffs.length + 1)] ?? Infinity;
        const liquidity = this.part(step.thousandths);
        const {fills, open} = settle(this.open, {policy: step.policy, cutoffAt, at: this.at, liquidity});
        this.cutoffs = this.cutoffs.filter((other) => other !== cutoffAt);
        return this.compare(fills, open, this.reference.settle(step.policy, cutoffAt, this.at, liquidity));
      }
    }
  }

  private part(thousandths: number): bigint {
    return (this.open.reduce((sum, {remaining}) => sum + remaining, 1n) * BigInt(thousandths)) / 1000n;
  }

  private compare(fills: readonly Fill[], open: readonly OpenRequest[], expected: [bigint, bigint][]): void {
    expect(fills.map(({requestId, paid}) => [requestId, paid])).toEqual(expected);
    this.open = open;
    expect(open.map(({requestId, remaining}) => [requestId, remaining])).toEqual(this.reference.open);
  }
}

test('the queue pays what the reference pays, to the wei, over 10,000 random operations', () => {
  let played = 0;
  const property = fc.property(
    fc.array(operation, {minLength: OPERATIONS_A_RUN, maxLength: OPERATIONS_A_RUN}),
    (operations) => {
      const both = new Both();
      for (const step of operations) both.play(step);
      played += both.played;
    },
  );
  fc.assert(property, {numRuns: RUNS, verbose: fc.VerbosityLevel.None});
  expect(played).toBe(OPERATIONS_A_RUN * RUNS);
});
