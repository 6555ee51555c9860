import {componentSetting, inForce} from './inForce';

const TBILL = {address: '0xE0', kind: 'TBILL'};

test('the newest setting that begins at or before a block is in force, and none before the first', () => {
  const settings = [
    {fromBlock: 100, bps: 2},
    {fromBlock: 10, bps: 1},
  ];
  expect([9, 10, 99, 100, 5000].map((height) => inForce(settings, height)?.bps)).toEqual([undefined, 1, 1, 2, 2]);
});

test('of two settings from one block the later in the list is in force', () => {
  expect(
    inForce(
      [
        {fromBlock: 5, bps: 1},
        {fromBlock: 5, bps: 2},
      ],
      5,
    )?.bps,
  ).toBe(2);
});

test('a setting of a component’s address comes before one of its kind, however old', () => {
  const settings = [
    {fromBlock: 0, component: '0xe0', bps: 3},
    {fromBlock: 50, component: 'TBILL', bps: 7},
  ];
  expect(componentSetting(settings, TBILL, 60)?.bps).toBe(3);
  expect(componentSetting(settings, {address: '0xf1', kind: 'TBILL'}, 60)?.bps).toBe(7);
  expect(componentSetting(settings, {address: '0xf1', kind: 'TBILL'}, 49)).toBeUndefined();
});
