import {id} from 'ethers';
import {DENIED_ADDRESS_ROLE, isDenial, KNOWN_ROLES, roleName} from './roles';

test('every known role is the keccak of its name, the default admin zero', () => {
  for (const [role, name] of KNOWN_ROLES) {
    expect([name, role]).toEqual([name, name === 'DEFAULT_ADMIN_ROLE' ? `0x${'0'.repeat(64)}` : id(name)]);
  }
  expect(new Set(KNOWN_ROLES.values()).size).toBe(KNOWN_ROLES.size);
});

test('the roles of AID are those of its published source', () => {
  const published = {MINTER_ROLE: '56a6', BRIDGE_MINTER_ROLE: '9822', DENY_LIST_GUARD_ROLE: '50ba'};
  for (const [name, end] of Object.entries(published)) {
    expect([roleName(id(name)), id(name).slice(-4)]).toEqual([name, end]);
  }
  expect(roleName(DENIED_ADDRESS_ROLE)).toBe('DENIED_ADDRESS_ROLE');
  expect(roleName(id('SOMETHING_ELSE'))).toBeNull();
});

test('a denied account has no authority, and only AID denies', () => {
  expect(isDenial('aid', DENIED_ADDRESS_ROLE)).toBe(true);
  expect(isDenial('said', DENIED_ADDRESS_ROLE)).toBe(false);
  expect(isDenial('aid', id('MINTER_ROLE'))).toBe(false);
});
