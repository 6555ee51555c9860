import {closeSegment, EMPTY_BOOK, enter, fillIn, openLedger, openSegment, rolledInto, waits} from './queueBook';

/** Requests 1 and 2 wait, 3 and 4 are made in cycle 1 (cutoff 100), 5 after it. */
const waitingFirst = enter(enter(EMPTY_BOOK, 1n, 10, 100n), 2n, 20, 50n);
const opened = openSegment(waitingFirst, 1n, 100);
const book = enter(enter(enter(opened, 3n, 50, 150n), 4n, 99, 7n), 5n, 100, 1000n);

test('what waits rolls into the cycle that is opened next; what comes after its cutoff waits again', () => {
  expect(waits(waitingFirst, 2n)).toBe(true);
  expect(rolledInto(opened, 1n)).toBe(150n);
  expect([1n, 4n, 5n].map((id) => waits(book, id))).toEqual([false, false, true]);
  expect(openLedger(book, 1n)).toEqual({opening: 150n, requested: 157n, filledBetween: 0n, rest: 307n});
  expect(openLedger(book, 0n)).toEqual({opening: 0n, requested: 1000n, filledBetween: 0n, rest: 1000n});
});

test('a cycle’s account tells payments between settlements from those of its own', () => {
  const paid = fillIn(fillIn(fillIn(book, 1n, 100n, true), 2n, 20n, true), 2n, 30n, false);
  const {ledger, book: after} = closeSegment(paid, 1n);
  expect(ledger).toEqual({opening: 150n, requested: 157n, filledBetween: 120n, rest: 157n});
  const next = openSegment(after, 2n, 200);
  expect(openLedger(next, 2n)).toEqual({opening: 1157n, requested: 0n, filledBetween: 0n, rest: 1157n});
});

test('settling a cycle before an older one takes the older one’s requests along', () => {
  const two = openSegment(book, 2n, 200);
  const {ledger, book: after} = closeSegment(two, 2n);
  expect(ledger).toEqual({opening: 1307n, requested: 0n, filledBetween: 0n, rest: 1307n});
  const late = closeSegment(fillIn(after, 3n, 7n, true), 1n);
  expect(late.ledger).toEqual({opening: 307n, requested: 0n, filledBetween: 7n, rest: 300n});
  expect(late.book).toHaveLength(2);
});

test('a request that nobody made is not paid, and a cycle that nobody opened is not settled', () => {
  expect(() => fillIn(book, 6n, 1n, true)).toThrow('The queue pays a request that it does not know.');
  expect(() => closeSegment(book, 2n)).toThrow('A cycle is settled that was not opened.');
});
