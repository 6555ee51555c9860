/**
 * Names of the roles that the protocol's contracts are known to have: keccak256 of the name, DEFAULT_ADMIN_ROLE being
 * zero (OpenZeppelin AccessControl). Of AID: domain.md 1.4.
 */
export const KNOWN_ROLES: ReadonlyMap<string, string> = new Map([
  ['0x0000000000000000000000000000000000000000000000000000000000000000', 'DEFAULT_ADMIN_ROLE'],
  ['0x9f2df0fed2c77648de5860a4cc508cd0818c85b8b8a1ab4ceeef8d981c8956a6', 'MINTER_ROLE'],
  ['0x60400965d90814aa36ab657cbeca3e3b701e320f6373ae1db85824fee2a79822', 'BRIDGE_MINTER_ROLE'],
  ['0x0174f8a3d4d980c7179f7d6a100b261fb21787fb0e61e651fe2cb2a9be0250ba', 'DENY_LIST_GUARD_ROLE'],
  ['0xb833cacb9268e2dd2e4059a2ccfb9eb32ddf1ee1d91a6d2307b0ad047ab00025', 'DENIED_ADDRESS_ROLE'],
  ['0x97667070c54ef182b0f5858b034beac1b6f3089aa2d3188bb1e8929f4fa9b929', 'OPERATOR_ROLE'],
  ['0x2365675b8fa6f6971c75c951d48b9019ab85ac2e8bd6d72a1a89747316d933f3', 'NAV_ROLE'],
  ['0x3496e2e73c4d42b75d702e60d9e48102720b8691234415963a5a857b86425d07', 'TREASURER_ROLE'],
  ['0x31e0210044b4f6757ce6aa31f9c6e8d4896d24a755014887391a926c5224d959', 'VAULT_ROLE'],
  ['0x6bea32068e4d3278b23429ef5c38c83eddbafcd126f5aaeb149deb95e414776e', 'RETURN_ROLE'],
  ['0x68e79a7bf1e0bc45d0a330c573bc367f9cf464fd326078812f301165fbda4ef1', 'ORACLE_ROLE'],
  ['0x14cf45180c3fcf249a5a305e9657ea05c14fd4f4e1800ee0216a8213091711d2', 'COLLECTOR_ROLE'],
  ['0x26a036758c58f95d234ddd7f8ae1abde719ba133f72ca92fd099079c5e955153', 'ENDPOINT_ROLE'],
  ['0x3c11d16cbaffd01df69ce1c404f6340ee057498f5f00246190ea54220576a848', 'BURNER_ROLE'],
  ['0x65d7a28e3265b37a6474929f336521b332c1681b933f6cb9f3376673440d862a', 'PAUSER_ROLE'],
  ['0x189ab7a9244df0848122154315af71fe140f3db0fe014031783b0946b8c9d2e3', 'UPGRADER_ROLE'],
]);

/** The deny list is a role of AID whose members may neither send nor receive. */
export const DENIED_ADDRESS_ROLE = '0xb833cacb9268e2dd2e4059a2ccfb9eb32ddf1ee1d91a6d2307b0ad047ab00025';

/** The name of a role; null for one that is not known. */
export const roleName = (role: string): string | null => KNOWN_ROLES.get(role) ?? null;

/** Whether a role of a contract is the deny list: to be on it is no authority. */
export const isDenial = (contractRole: string, role: string): boolean =>
  contractRole === 'aid' && role === DENIED_ADDRESS_ROLE;
