import path from 'node:path';
import {config as loadDotenv} from 'dotenv';
import {z} from 'zod';
import {UserError} from './domain/errors';
import {redact, redactList, redactText} from './redact';

/** Where package.json, schema.graphql, db/ and networks/ are, whichever directory the command runs in. */
export const PROJECT_DIR = path.resolve(__dirname, '..');

export const LOG_LEVELS = ['trace', 'debug', 'info', 'warn', 'error', 'fatal', 'silent'] as const;
export type LogLevel = (typeof LOG_LEVELS)[number];

export interface Config {
  /** A server of one's own; undefined means the embedded PostgreSQL in `dataDir` */
  readonly dbUrl?: string;
  /** Absolute; a relative value is relative to the project */
  readonly dataDir: string;
  /** 0 asks the system for a free port */
  readonly httpPort: number;
  /** RPC_<NETWORK>, by lower-case network name, in order of preference */
  readonly rpc: Readonly<Record<string, readonly string[]>>;
  /** GATEWAY_<NETWORK>, by lower-case network name */
  readonly gateway: Readonly<Record<string, string>>;
  readonly logLevel: LogLevel;
  readonly alertWebhooks: readonly string[];
}

const split = (list: string): string[] =>
  list
    .split(',')
    .map((item) => item.trim())
    .filter((item) => item !== '');

const urlWith = (protocols: readonly string[]) => (text: string) =>
  URL.canParse(text) && protocols.includes(new URL(text).protocol) && new URL(text).hostname !== '';

const isHttpUrl = urlWith(['http:', 'https:']);
const HTTP_URLS = 'one or more http:// or https:// URLs, separated by commas';

const httpUrls = z
  .string()
  .transform(split)
  .refine((urls) => urls.length > 0 && urls.every(isHttpUrl), HTTP_URLS);

const httpUrl = z.string().refine(isHttpUrl, 'one http:// or https:// URL');

const FIXED = {
  DB_URL: z.string().refine(urlWith(['postgres:', 'postgresql:']), 'postgres://user:password@host:port/database'),
  DATA_DIR: z.string().refine((dir) => !dir.includes('\0'), 'a directory'),
  HTTP_PORT: z
    .string()
    .refine((text) => /^\d{1,5}$/.test(text) && parseInt(text, 10) <= 65535, 'a port from 0 to 65535')
    .transform((text) => parseInt(text, 10)),
  LOG_LEVEL: z.enum(LOG_LEVELS, LOG_LEVELS.join(', ')),
  ALERT_WEBHOOKS: httpUrls,
};

const HARMLESS = new Set(['DATA_DIR', 'HTTP_PORT', 'LOG_LEVEL']);

/** A value of one variable; an empty one counts as not set. */
function read<T>(env: NodeJS.ProcessEnv, name: string, schema: z.ZodType<T, string>): T | undefined {
  const given = env[name]?.trim();
  if (given === undefined || given === '') return undefined;
  const parsed = schema.safeParse(given);
  if (parsed.success) return parsed.data;
  const accepted = parsed.error.issues[0]?.message ?? 'another value';
  const shown = HARMLESS.has(name) ? `'${given}'` : redactList(given);
  throw new UserError(`${name} is ${shown}, but accepted is: ${accepted}.`);
}

function readPrefixed<T>(env: NodeJS.ProcessEnv, prefix: string, schema: z.ZodType<T, string>): Record<string, T> {
  const found: Record<string, T> = {};
  for (const name of Object.keys(env).sort()) {
    if (!name.startsWith(prefix) || name === prefix) continue;
    const value = read(env, name, schema);
    if (value !== undefined) found[name.slice(prefix.length).toLowerCase()] = value;
  }
  return found;
}

function deepFreeze<T extends object>(value: T): T {
  for (const part of Object.values(value)) if (typeof part === 'object' && part !== null) deepFreeze(part as object);
  return Object.freeze(value);
}

/**
 * The environment as one frozen value. Called without an argument it first adds the project's .env file, whose values
 * never replace what the environment already says.
 * @throws UserError naming the variable, what was given (secrets redacted) and what is accepted
 */
export function loadConfig(env: NodeJS.ProcessEnv = process.env): Config {
  if (env === process.env) loadDotenv({path: path.join(PROJECT_DIR, '.env'), quiet: true});
  return deepFreeze({
    dbUrl: read(env, 'DB_URL', FIXED.DB_URL),
    dataDir: path.resolve(PROJECT_DIR, read(env, 'DATA_DIR', FIXED.DATA_DIR) ?? '.data'),
    httpPort: read(env, 'HTTP_PORT', FIXED.HTTP_PORT) ?? 4350,
    rpc: readPrefixed(env, 'RPC_', httpUrls),
    gateway: readPrefixed(env, 'GATEWAY_', httpUrl),
    logLevel: read(env, 'LOG_LEVEL', FIXED.LOG_LEVEL) ?? 'info',
    alertWebhooks: read(env, 'ALERT_WEBHOOKS', FIXED.ALERT_WEBHOOKS) ?? [],
  });
}

/** The part of an environment variable's name that stands for a network: `my-chain` is RPC_MY_CHAIN. */
export const networkKey = (network: string): string => network.toLowerCase().replace(/[^a-z0-9]/g, '_');

/**
 * RPC endpoints of a network, in order of preference.
 * @throws UserError when none is configured
 */
export function rpcOf(config: Config, network: string): readonly string[] {
  const urls = config.rpc[networkKey(network)];
  if (urls === undefined) {
    const name = `RPC_${networkKey(network).toUpperCase()}`;
    throw new UserError(`${name} is not set, but the network ${network} needs ${HTTP_URLS}.`);
  }
  return urls;
}

/**
 * The SDK takes its database from the environment of the process alone; this is the one place that puts it there.
 * Returns a function that restores what was there before.
 */
export function publishToSdk(values: Readonly<Record<string, string>>): () => void {
  const before = Object.keys(values).map((name) => [name, process.env[name]] as const);
  Object.assign(process.env, values);
  return () => {
    for (const [name, value] of before) {
      if (value === undefined) delete process.env[name];
      else process.env[name] = value;
    }
  };
}

/** Whether npm runs this process, with a shell in between. */
export const isRunByNpm = (): boolean => process.env.npm_lifecycle_event !== undefined;

/** Environment of a child process: ours, with these values. */
export const childEnvironment = (values: Readonly<Record<string, string>>): NodeJS.ProcessEnv => ({
  ...process.env,
  ...values,
});

export {redact, redactText};
