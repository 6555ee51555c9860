import {Ledger} from './ledger';
import {NotAnswered, NotAskable} from './node';

const field = {projection: 'token', row: '1-0x01', field: 'totalSupply'};

async function settled(fill: (ledger: Ledger) => void): Promise<Ledger> {
  const ledger = new Ledger('holdings');
  fill(ledger);
  await ledger.settled();
  return ledger;
}

test('values are equal across types and spellings, and exactly', async () => {
  const ledger = await settled((one) => {
    one.compare(field, 5n, 5, 9);
    one.compare(field, '5', Promise.resolve(5n), 9);
    one.compare(field, undefined, null, 9);
    one.compare(field, '0xab', '0xAB', 9);
    one.compare(field, 10n ** 27n + 1n, 10n ** 27n, 9);
    one.compare(field, null, 0n, 9);
  });
  expect(ledger.compared).toBe(6);
  expect(ledger.differences).toEqual([
    {...field, subject: 'holdings', block: 9, held: `${10n ** 27n + 1n}`, onChain: `${10n ** 27n}`},
    {...field, subject: 'holdings', block: 9, held: null, onChain: '0'},
  ]);
});

test('what has no answer is told with its reason and is no difference', async () => {
  const ledger = await settled((one) => one.compare(field, 5n, Promise.reject(new NotAnswered('the view reverts')), 9));
  expect(ledger).toMatchObject({compared: 0, differences: []});
  expect(ledger.notCompared).toEqual([{...field, subject: 'holdings', block: 9, reason: 'the view reverts'}]);
});

test('what no view can be asked with is a difference', async () => {
  const ledger = await settled((one) => one.compare(field, 5n, Promise.reject(new NotAskable('no address')), 9));
  expect(ledger.differences).toMatchObject([{held: '5', onChain: 'no address'}]);
});

test('any other failure fails the audit', async () => {
  await expect(settled((one) => one.compare(field, 5n, Promise.reject(new Error('gone')), 9))).rejects.toThrow('gone');
});
