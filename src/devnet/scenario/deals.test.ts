import {dayOf} from './calendar';
import {BAD_DEAL, DEALS} from './deals';
import {isPauseAt} from './governance';

const DEBT = DEALS.filter(({dealType}) => dealType === 0);
const EQUITY = DEALS.filter(({dealType}) => dealType === 1);

describe('the deals', () => {
  it('are ten of every class and type, with ids of their own', () => {
    expect(DEALS).toHaveLength(10);
    expect(new Set(DEALS.map(({assetId}) => assetId)).size).toBe(10);
    expect(new Set(DEALS.map(({assetClass}) => assetClass))).toEqual(new Set([0, 1, 2]));
    expect(new Set(DEALS.map(({dealType}) => dealType))).toEqual(new Set([0, 1, 2]));
  });

  it('have the rates of published deals: debt 12 to 20 percent, equity 60 to 80', () => {
    for (const {aprBps} of DEBT) expect(aprBps >= 1_200 && aprBps <= 2_000).toBe(true);
    for (const {aprBps} of EQUITY) expect(aprBps >= 6_000 && aprBps <= 8_000).toBe(true);
  });

  it('have the terms of published deals: 3 to 36 months, debt overcollateralized by 30 to 33 percent', () => {
    for (const {termMonths} of DEALS) expect(termMonths >= 3 && termMonths <= 36).toBe(true);
    for (const {overcollateralBps} of DEBT) expect(overcollateralBps >= 3_000 && overcollateralBps <= 3_300).toBe(true);
  });

  it('are all drawn within the year, in order, and some mature within it', () => {
    const starts = DEALS.map(({startDay}) => startDay);
    expect(starts).toEqual([...starts].sort((a, b) => a - b));
    expect(starts.every((day) => day >= 0 && day < 365)).toBe(true);
    expect(DEALS.filter(({maturityDay}) => maturityDay < 365).length).toBeGreaterThanOrEqual(3);
  });

  it('leave most of every token with the vault', () => {
    for (const {outsideBps} of DEALS) expect(outsideBps).toBeLessThan(5_000);
    expect(DEALS.some(({outsideBps}) => outsideBps > 0)).toBe(true);
  });

  it('pay on days that every month has, and never while AID is paused', () => {
    const paused = [...Array(365).keys()].filter((day) => isPauseAt(day, 12, 15));
    expect(paused).toEqual([dayOf(2026, 1, 14)]);
    for (const {payDay, startDay} of DEALS) {
      expect(payDay >= 1 && payDay <= 28 && payDay !== 14).toBe(true);
      expect(paused).not.toContain(startDay);
    }
  });

  it('number the one that defaults', () => {
    expect(DEALS.filter(({code}) => code === BAD_DEAL)).toHaveLength(1);
  });
});
