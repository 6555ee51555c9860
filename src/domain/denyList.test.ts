import {AID, ALICE, BOB, CAROL, event, movement, SAID} from '../test/given';
import {deniedAccountsOf, deniedKeys, evolveDenied, type DeniedAccountRow, type DenyEvent} from './deniedAccount';
import {evolveDenyList, type DenyListEvent, type DenyListRow} from './denyList';
import {DENIED_ADDRESS_ROLE} from './roles';

let logs = 0;
const place = () => ({logIndex: logs++, by: AID});
const granted = (account: string) => event('RoleGranted', {role: DENIED_ADDRESS_ROLE, account, sender: CAROL}, place());
const revoked = (account: string) => event('RoleRevoked', {role: DENIED_ADDRESS_ROLE, account, sender: CAROL}, place());
const listed = (...accounts: string[]) => event('DenyListChanged', {accounts, denied: true}, place());
const unlisted = (...accounts: string[]) => event('DenyListChanged', {accounts, denied: false}, place());

interface Books {
  accounts: Map<string, DeniedAccountRow>;
  list: DenyListRow | undefined;
}

/** Folds as the projections do; everybody holds 10. */
function after(...events: DenyListEvent[]): Books {
  const books: Books = {accounts: new Map(), list: undefined};
  for (const one of events) {
    for (const id of one.type === 'TokenTransferred' ? [] : deniedKeys(one)) {
      const row = evolveDenied(books.accounts.get(id), one as DenyEvent, id);
      if (row !== undefined) books.accounts.set(id, row);
    }
    const rows = {denied: (id: string) => books.accounts.get(id), balance: () => 10n};
    books.list = evolveDenyList(books.list, one, rows);
  }
  return books;
}

const listOf = (...events: DenyListEvent[]) => {
  const {list} = after(...events);
  return list && [list.deniedCount, list.deniedBalance, list.disagreementCount];
};

test('a change told twice is counted once', () => {
  expect(listOf(granted(ALICE), granted(BOB), listed(ALICE, BOB))).toEqual([2, 20n, 0]);
  expect(listOf(granted(ALICE), listed(ALICE), revoked(ALICE), unlisted(ALICE))).toEqual([0, 0n, 0]);
});

test('naming again who is on the list already changes nothing, also twice in one call', () => {
  const once = after(granted(ALICE), listed(ALICE));
  const again = after(granted(ALICE), listed(ALICE), listed(ALICE, ALICE));
  expect(again.list).toEqual({...once.list, updatedHeight: 1});
  expect([...again.accounts.values()].map(({denied, listed: l}) => [denied, l])).toEqual([[true, true]]);
  expect(deniedAccountsOf(listed(ALICE, ALICE))).toEqual([ALICE]);
});

test('where role and list differ it is counted, not refused', () => {
  expect(listOf(granted(ALICE))).toEqual([1, 10n, 1]);
  expect(listOf(listed(ALICE, BOB))).toEqual([0, 0n, 2]);
  expect(listOf(granted(ALICE), listed(ALICE), revoked(ALICE))).toEqual([0, 0n, 1]);
});

test('what a denied account gets or loses is counted; nobody else is', () => {
  const burned = event('TokenTransferred', movement(ALICE, BOB, 4n), place());
  const received = event('TokenTransferred', movement(BOB, ALICE, 1n), place());
  const toHimself = event('TokenTransferred', movement(ALICE, ALICE, 3n), place());
  expect(listOf(granted(ALICE), listed(ALICE), burned, received, toHimself)).toEqual([1, 7n, 0]);
  expect(listOf(burned)).toBeUndefined();
});

test('another role, and the same role of another contract, deny nobody', () => {
  expect(deniedKeys(event('RoleGranted', {role: '0x01', account: ALICE, sender: BOB}, {by: AID}))).toEqual([]);
  expect(
    deniedKeys(event('RoleGranted', {role: DENIED_ADDRESS_ROLE, account: ALICE, sender: BOB}, {by: SAID})),
  ).toEqual([]);
});
