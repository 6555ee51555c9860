import {AUTHORITY_EVENTS} from '../../domain/authorityAct';
import {DENIED_ADDRESS_ROLE} from '../../domain/roles';
import {authorityAct, contractState, deniedAccount, denyList, roleHolder} from '../../projections/authority';
import {AID} from '../given';
import {world} from './history';
import {law} from './law';
import {machineAfter} from './machine';

law('the denied set is that of the role, and the listed set that of the list’s own events', world, (played) => {
  const rows = machineAfter(played.events).rows(deniedAccount);
  const {denied, listed} = played.authorities;
  expect(new Set(rows.filter((row) => row.denied).map(({account}) => account))).toEqual(denied);
  expect(new Set(rows.filter((row) => row.listed).map(({account}) => account))).toEqual(listed);
});

law('the deny list counts its members, what they hold and where its two tellings differ', world, (played) => {
  const [row] = machineAfter(played.events).rows(denyList);
  const {aid, authorities} = played;
  const {denied, listed} = authorities;
  const differing = [...new Set([...denied, ...listed])].filter((one) => denied.has(one) !== listed.has(one));
  expect([row?.deniedCount ?? 0, row?.deniedBalance ?? 0n, row?.disagreementCount ?? 0]).toEqual([
    denied.size,
    [...denied].reduce((sum, account) => sum + aid.of(account), 0n),
    differing.length,
  ]);
});

law('who holds a role is who was granted it last; a denied account is no authority', world, (played) => {
  const machine = machineAfter(played.events);
  const rows = machine.rows(roleHolder);
  const held = rows.filter((row) => row.held).map(({contract, role, account}) => `${contract} ${role} ${account}`);
  expect(new Set(held)).toEqual(played.authorities.holders);
  expect(rows.filter(({role}) => role === DENIED_ADDRESS_ROLE)).toEqual([]);
  expect(machine.rows(authorityAct)).toHaveLength(
    played.events.filter(({type}) => (AUTHORITY_EVENTS as readonly string[]).includes(type)).length,
  );
});

law('a contract is paused, and runs the code, as it was told last', world, ({events, authorities}) => {
  const aid = machineAfter(events)
    .rows(contractState)
    .find(({contract}) => contract === AID.address);
  expect([aid?.paused ?? false, aid?.implementationCount ?? 0]).toEqual([
    authorities.paused,
    authorities.implementations,
  ]);
});
