import {z} from 'zod';
import {parametersSchema} from './parameters';

export const ROLES = [
  'aid',
  'said',
  'minter',
  'redeemer',
  'reserveFeed',
  'aidPriceFeed',
  'saidPriceFeed',
  'reserveAsset',
  'assetRegistry',
  'assetToken',
  'revenueDistributor',
  'bridge',
  'aidAlpha',
  'migration',
] as const;

/** Roles whose amounts have no meaning without the number of decimals, which must not be guessed. */
const NEEDS_DECIMALS: readonly string[] = ['reserveAsset', 'reserveFeed', 'aidPriceFeed', 'saidPriceFeed'];

const integer = (least: number, what: string) => {
  const expected = `${what}, a whole number of at least ${least}`;
  return z.number(expected).int(expected).min(least, expected).max(Number.MAX_SAFE_INTEGER, expected);
};

const text = (what: string) => z.string(what).trim().min(1, what);

const address = z
  .string('an address of 20 bytes in hex')
  .regex(/^0x[0-9a-fA-F]{40}$/, 'an address of 20 bytes in hex')
  .transform((hex) => hex.toLowerCase());

const contract = z
  .strictObject(
    {
      role: z.enum(ROLES, `one of ${ROLES.join(', ')}`),
      name: text('the name of the contract'),
      address,
      /** First block whose logs are the contract's */
      fromBlock: integer(0, 'a block height'),
      /** Last block, inclusive; the contract is still in its role where this is missing */
      toBlock: integer(0, 'a block height').optional(),
      decimals: integer(0, 'a number of decimals').max(77, 'a number of decimals of at most 77').optional(),
      /** A valuation older than this is stale; seconds of block time */
      maxAgeSeconds: integer(1, 'an age in seconds').optional(),
      /** Longest silence expected between two publications; seconds of block time */
      heartbeatSeconds: integer(1, 'a time in seconds').optional(),
      /** Number of the chain in the bridge's own counting: LayerZero's endpoint id */
      eid: integer(1, 'an endpoint id').optional(),
      /** Pins the version of the role's ABI where two clash */
      abi: text('the name of an ABI version').optional(),
    },
    'an object with the fields role, name, address, fromBlock, toBlock, decimals, maxAgeSeconds, heartbeatSeconds, eid and abi only',
  )
  .refine(({fromBlock, toBlock}) => toBlock === undefined || toBlock >= fromBlock, {
    path: ['toBlock'],
    message: 'a block height not below fromBlock',
  })
  .refine(({role, decimals}) => decimals !== undefined || !NEEDS_DECIMALS.includes(role), {
    path: ['decimals'],
    message: `a number of decimals, which the roles ${NEEDS_DECIMALS.join(', ')} need`,
  });

type Range = {readonly address: string; readonly fromBlock: number; readonly toBlock?: number};

const overlap = (a: Range, b: Range): boolean =>
  a.address === b.address && a.fromBlock <= (b.toBlock ?? Infinity) && b.fromBlock <= (a.toBlock ?? Infinity);

/** Content of networks/<name>.json: a deployment of the protocol is data. */
export const networkFile = z
  .strictObject(
    {
      name: z.string('a network name').regex(/^[a-z0-9][a-z0-9_-]*$/, 'a network name of a-z, 0-9, - and _'),
      chainId: integer(1, 'an EIP-155 chain id').max(2 ** 31 - 1, 'a chain id below 2^31'),
      /** Blocks on top of a block after which it is taken as final */
      finalityConfirmation: integer(1, 'a number of blocks').max(10_000, 'a number of blocks of at most 10000'),
      startBlock: integer(0, 'a block height'),
      /** Views are read every so many blocks; missing where there is no vault to read */
      readEvery: integer(1, 'a number of blocks').optional(),
      /** Holders of reserves that are not contracts of the protocol */
      custody: z.array(address, 'a list of addresses').default([]),
      contracts: z.array(contract, 'a list of contracts').min(1, 'a list of at least one contract'),
      parameters: parametersSchema,
    },
    'an object with the fields name, chainId, finalityConfirmation, startBlock, readEvery, custody, contracts and parameters only',
  )
  .superRefine(({contracts}, context) => {
    contracts.forEach((one, index) => {
      const earlier = contracts.slice(0, index).find((other) => overlap(one, other));
      if (earlier === undefined) return;
      const message = `an address that is not also ${earlier.role} ${earlier.name} at the same blocks`;
      context.addIssue({code: 'custom', path: ['contracts', index, 'address'], message});
    });
  });
