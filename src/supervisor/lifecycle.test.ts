import {Interrupted, Lifecycle} from './lifecycle';

const later = () => new Promise((resolve) => setTimeout(resolve, 5));

test('what was started is stopped once, last first, whatever fails to stop', async () => {
  const order: string[] = [];
  const failures: string[] = [];
  const lifecycle = new Lifecycle((what) => failures.push(what));
  for (const name of ['a', 'b', 'c']) {
    await lifecycle.start(name, later, async () => {
      await later();
      if (name === 'b') throw new Error('stuck');
      order.push(name);
    });
  }
  await Promise.all([lifecycle.close(), lifecycle.close()]);
  expect({order, failures}).toEqual({order: ['c', 'a'], failures: ['b']});
});

test('what finishes starting after the stop is stopped at once, and nothing more is started', async () => {
  const order: string[] = [];
  const lifecycle = new Lifecycle(() => undefined);
  const slow = lifecycle.start('slow', later, () => void order.push('slow stopped'));
  await lifecycle.close();
  expect(lifecycle.signal.aborted).toBe(true);
  await expect(slow).rejects.toThrow(Interrupted);
  expect(order).toEqual(['slow stopped']);
  await expect(
    lifecycle.start(
      'next',
      () => order.push('next'),
      () => undefined,
    ),
  ).rejects.toThrow(Interrupted);
  expect(order).toEqual(['slow stopped']);
});
