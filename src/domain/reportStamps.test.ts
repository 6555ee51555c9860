import fc from 'fast-check';
import type {ReportRecord} from './record';
import {stampReports, type PendingReport} from './reportStamps';

const CHAIN_ID = 31337;
const block = (height: number, at: number) => ({height, hash: `0xb${height}`, at});
const pending = (name: string, publishedAt: number): PendingReport => ({
  reportId: name,
  publishedAt,
  document: `{"n":"${name}"}`,
});

test('a report is carried by the first block at or after its publication, never by one before it', () => {
  const blocks = [block(5, 100), block(6, 112), block(7, 124)];
  const stamped = stampReports(CHAIN_ID, [pending('a', 112), pending('b', 113), pending('c', 99)], blocks);
  expect([...stamped].map(([height, records]) => [height, records.map(({address}) => address)])).toEqual([
    [6, ['a']],
    [7, ['b']],
    [5, ['c']],
  ]);
  expect(stamped.get(6)).toEqual([
    {
      ...{kind: 'REPORT', id: '31337-0000000006-A00000', chainId: CHAIN_ID, height: 6, blockHash: '0xb6', at: 112},
      ...{address: 'a', data: '{"n":"a"}'},
    },
  ]);
});

test('what no block has reached stays pending, and without blocks all of it does', () => {
  expect(stampReports(CHAIN_ID, [pending('a', 125)], [block(5, 100), block(6, 124)]).size).toBe(0);
  expect(stampReports(CHAIN_ID, [pending('a', 1)], []).size).toBe(0);
});

test('reports of one block keep the order in which they were handed in', () => {
  const stamped = stampReports(CHAIN_ID, [pending('z', 3), pending('a', 1)], [block(1, 10)]);
  expect(stamped.get(1)?.map(({id, address}) => [id, address])).toEqual([
    ['31337-0000000001-A00000', 'z'],
    ['31337-0000000001-A00001', 'a'],
  ]);
});

/** Reports, blocks whose times never fall, and where the batches are cut. */
const story = fc.record({
  publications: fc.array(fc.nat(400), {maxLength: 30}),
  gaps: fc.array(fc.nat(20), {minLength: 1, maxLength: 40}),
  cuts: fc.array(fc.boolean(), {minLength: 1, maxLength: 16}),
});

test('any cut of the chain into batches gives the same records', () => {
  fc.assert(
    fc.property(story, ({publications, gaps, cuts}) => {
      const reports = publications.map((at, i) => pending(`r${i}`, at));
      let at = 0;
      const blocks = gaps.map((gap, height) => block(height, (at += gap)));
      const batches: (typeof blocks)[] = [[]];
      blocks.forEach((one, i) => {
        if (cuts[i % cuts.length] === true) batches.push([]);
        batches.at(-1)?.push(one);
      });
      const cut: ReportRecord[] = [];
      for (const batch of batches) {
        const left = reports.filter(({reportId}) => !cut.some(({address}) => address === reportId));
        cut.push(...[...stampReports(CHAIN_ID, left, batch).values()].flat());
      }
      const byId = (a: ReportRecord, b: ReportRecord): number => (a.id < b.id ? -1 : 1);
      expect(cut.sort(byId)).toEqual([...stampReports(CHAIN_ID, reports, blocks).values()].flat().sort(byId));
    }),
  );
});
