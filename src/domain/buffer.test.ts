import {bufferAdequacy} from './buffer';
import {WAD} from './units';

const AID = WAD;
const fund = (buffer: bigint, deployed: bigint, book: bigint) => ({
  buffer: buffer * AID,
  deployed: deployed * AID,
  book: book * AID,
});

/**
 * By hand, for 3,000 in the buffer, 7,000 deployed, a book of 10,100 and a target of 30 %:
 * loss | outflow | stress loss | stress outflow | adequacy
 *  0 % |   0 %   |      0      |        0       | nothing to meet
 *  5 % |   0 %   |    350      |        0       | 8.571429
 *  0 % |  10 %   |      0      |     1010       | 2.970297
 *  5 % |  10 %   |    350      |     1010       | 2.205882
 * 20 % |  40 %   |   1400      |     4040       | 0.551471
 */
test.each([
  [500, 0, 350n, 0n, '8.571429'],
  [0, 1000, 0n, 1010n, '2.970297'],
  [500, 1000, 350n, 1010n, '2.205882'],
  [2000, 4000, 1400n, 4040n, '0.551471'],
])('hand sheet: a loss of %i and an outflow of %i bps', (stressLossBps, stressOutflowBps, loss, outflow, adequacy) => {
  const answer = bufferAdequacy(fund(3000n, 7000n, 10_100n), {targetBps: 3000, stressLossBps, stressOutflowBps});
  expect([answer.stressLoss, answer.stressOutflow]).toEqual([loss * AID, outflow * AID]);
  expect(answer.adequacy.value?.toFixed(6)).toBe(adequacy);
  expect([answer.share.value?.toFixed(), answer.shareGap.value?.toFixed()]).toEqual(['0.3', '0']);
});

test('without stress there is nothing to meet, and without a fund no share', () => {
  const calm = {targetBps: 3000, stressLossBps: 0, stressOutflowBps: 0};
  expect(bufferAdequacy(fund(3000n, 7000n, 1n), calm).adequacy.reason).toBe('NOT_APPLICABLE');
  const empty = bufferAdequacy(fund(0n, 0n, 0n), {...calm, stressLossBps: 1});
  expect([empty.share.reason, empty.shareGap.reason]).toEqual(['NOT_APPLICABLE', 'NOT_APPLICABLE']);
});

test('a vault that owes more than it holds has a negative buffer, not an empty one', () => {
  const answer = bufferAdequacy(fund(-500n, 10_500n, 10_000n), {
    ...{targetBps: 3000, stressLossBps: 0, stressOutflowBps: 1000},
  });
  expect([answer.adequacy.value?.toFixed(), answer.share.value?.toFixed()]).toEqual(['-0.5', '-0.05']);
  expect(answer.shareGap.value?.toFixed()).toBe('-0.35');
});
