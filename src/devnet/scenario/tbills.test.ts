import {Tbills} from './tbills';

const YEAR = 31_536_000;

describe('T-bills', () => {
  it('earn four percent a year, simple between flows', () => {
    const tbills = new Tbills();
    tbills.flow(1_000, 1_000_000n);
    expect(tbills.valueAt(999)).toBe(0n);
    expect(tbills.valueAt(1_000)).toBe(1_000_000n);
    expect(tbills.valueAt(1_000 + YEAR)).toBe(1_040_000n);
  });

  it('earn on what is held between flows, interest included', () => {
    const tbills = new Tbills();
    tbills.flow(0, 1_000_000n);
    tbills.flow(YEAR, -40_000n);
    tbills.flow(YEAR, 500_000n);
    expect(tbills.valueAt(2 * YEAR)).toBe(1_560_000n);
  });

  it('tell interest from what was bought and sold', () => {
    const tbills = new Tbills();
    tbills.flow(0, 1_000_000n);
    tbills.flow(YEAR / 2, 1_000_000n);
    tbills.flow(YEAR, -20_000n);
    expect(tbills.earned(0, YEAR / 2)).toBe(20_000n);
    expect(tbills.earned(YEAR / 2, YEAR)).toBe(40_400n);
    expect(tbills.earned(YEAR, YEAR)).toBe(0n);
  });
});
