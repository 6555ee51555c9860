import type {ChainParameters, IndexedChain} from './chains';
import {componentTerms} from './componentTerms';

const chain = (parameters: ChainParameters): IndexedChain => ({
  ...{chainId: 1, network: 'one', headHeight: null, begun: true},
  ...{contracts: [], parameters, labels: {}},
});
const TBILL = {address: '0xe0', kind: 'TBILL'};

test('terms of an address come before those of its kind, however old', () => {
  const one = chain({
    haircuts: [
      {fromBlock: 0, component: '0xe0', bps: 3},
      {fromBlock: 50, component: 'TBILL', bps: 7},
    ],
    settlement: [{fromBlock: 50, component: 'TBILL', days: 2}],
  });
  expect(componentTerms(one, TBILL, 60)).toEqual({haircutBps: 3, settlementDays: 2});
  expect(componentTerms(one, {address: '0xf1', kind: 'TBILL'}, 60).haircutBps).toBe(7);
});

test('a changed haircut holds from its block on', () => {
  const haircuts = [0, 100].map((fromBlock, i) => ({fromBlock, component: 'TBILL', bps: i * 50}));
  expect([0, 99, 100].map((height) => componentTerms(chain({haircuts}), TBILL, height).haircutBps)).toEqual([0, 0, 50]);
});

test('what a network does not set is unknown, not 0', () => {
  expect(componentTerms(chain({}), TBILL, 9)).toEqual({haircutBps: null, settlementDays: null});
  const later = chain({haircuts: [{fromBlock: 10, component: 'STABLECOIN', bps: 1}]});
  expect(componentTerms(later, TBILL, 99).haircutBps).toBeNull();
  expect(componentTerms(later, {address: '0xc0', kind: 'STABLECOIN'}, 9).haircutBps).toBeNull();
});
