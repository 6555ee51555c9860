import fc from 'fast-check';
import {changed, drawn, lost, registered} from '../test/dealStory';
import {evolveAsset, type ComputeAssetRow} from './computeAsset';
import {InvariantError} from './errors';
import {REGISTRY_STATUSES, type AssetStatus} from './lifecycle';

/** The registry as AssetLifecycle.sol has it, and whether a loss was written off since it said DEFAULTED. */
interface Model {
  registry: AssetStatus;
  isWrittenOff: boolean;
}

const NEXT: Readonly<Partial<Record<AssetStatus, readonly AssetStatus[]>>> = {
  PENDING: ['ACTIVE'],
  ACTIVE: ['LATE', 'REPAID'],
  LATE: ['ACTIVE', 'DEFAULTED', 'REPAID'],
  DEFAULTED: ['LIQUIDATED', 'REPAID'],
};

type Step = {kind: 'NEXT'; choice: number} | {kind: 'SET'; from: AssetStatus; to: AssetStatus} | {kind: 'LOSS'};

const STATUS = fc.constantFrom(...REGISTRY_STATUSES);
/** A step that the registry allows, any other, or a loss written off. */
const STEP: fc.Arbitrary<Step> = fc.oneof(
  {weight: 3, arbitrary: fc.record({kind: fc.constant('NEXT' as const), choice: fc.nat(5)})},
  {weight: 2, arbitrary: fc.record({kind: fc.constant('SET' as const), from: STATUS, to: STATUS})},
  {weight: 1, arbitrary: fc.constant({kind: 'LOSS' as const})},
);

const shown = ({registry, isWrittenOff}: Model): AssetStatus => (isWrittenOff ? 'WRITTEN_OFF' : registry);

function eventOf(model: Model, step: Exclude<Step, {kind: 'LOSS'}>, day: number) {
  if (step.kind === 'SET') return changed(day, step.from, step.to);
  const next = NEXT[model.registry] ?? [];
  return changed(day, model.registry, next[step.choice % next.length] ?? 'PENDING');
}

const allows = (model: Model, {oldStatus, newStatus}: ReturnType<typeof changed>): boolean =>
  oldStatus === model.registry && (NEXT[model.registry] ?? []).includes(newStatus);

test('an asset walks as the registry allows, and every other step is refused and changes nothing', () => {
  const reached = new Set<AssetStatus>();
  let refused = 0;
  fc.assert(
    fc.property(fc.array(STEP, {maxLength: 30}), (steps) => {
      const model: Model = {registry: 'PENDING', isWrittenOff: false};
      let row: ComputeAssetRow | undefined = evolveAsset(evolveAsset(undefined, registered(0)), drawn(0, 1000n));
      for (const [i, step] of steps.entries()) {
        const before: ComputeAssetRow | undefined = row;
        if (step.kind === 'LOSS') {
          row = evolveAsset(before, lost(i + 1, 1n));
          model.isWrittenOff ||= model.registry === 'DEFAULTED';
        } else {
          const event = eventOf(model, step, i + 1);
          if (allows(model, event)) {
            row = evolveAsset(before, event);
            Object.assign(model, {registry: event.newStatus, isWrittenOff: false});
          } else {
            expect(() => evolveAsset(before, event)).toThrow(InvariantError);
            refused += 1;
          }
        }
        expect(row?.status).toBe(shown(model));
        reached.add(shown(model));
      }
    }),
    {numRuns: 300},
  );
  expect([...reached].sort()).toEqual([...REGISTRY_STATUSES, 'WRITTEN_OFF'].sort());
  expect(refused).toBeGreaterThan(0);
});
