import {inForce, type IndexedChain} from './chains';

/** What a network sets for one component of the reserves at a block; null where it sets nothing. */
export interface ComponentTerms {
  readonly haircutBps: number | null;
  readonly settlementDays: number | null;
}

interface Named {
  readonly address: string;
  readonly kind: string;
}

/** The terms in force of a component: those of its address before those of its kind. */
export const componentTerms = ({parameters}: IndexedChain, component: Named, height: number): ComponentTerms => ({
  haircutBps: settingOf(parameters.haircuts, component, height)?.bps ?? null,
  settlementDays: settingOf(parameters.settlement, component, height)?.days ?? null,
});

function settingOf<S extends {readonly fromBlock: number; readonly component: string}>(
  settings: readonly S[] | undefined,
  {address, kind}: Named,
  height: number,
): S | undefined {
  const named = (name: string): S | undefined =>
    inForce(
      settings?.filter(({component}) => component === name),
      height,
    );
  return named(address) ?? named(kind);
}
