import {loadConfig, networkKey, publishToSdk, redact, rpcOf} from './config';
import {UserError} from './domain/errors';

const refusal = (env: Record<string, string>): string => {
  try {
    loadConfig(env);
  } catch (error) {
    if (error instanceof UserError) return error.message;
    throw error;
  }
  throw new Error('accepted');
};

describe('loadConfig', () => {
  test('an empty environment gives the documented defaults', () => {
    expect(loadConfig({DB_URL: '', HTTP_PORT: ' '})).toMatchObject({
      dbUrl: undefined,
      httpPort: 4350,
      rpc: {},
      gateway: {},
      logLevel: 'info',
      alertWebhooks: [],
    });
    expect(loadConfig({}).dataDir).toMatch(/^\/.*\.data$/);
  });

  test('endpoints are kept per network, lower-case, in order of preference', () => {
    const config = loadConfig({
      RPC_ETHEREUM: 'https://a.example/k1, https://b.example',
      GATEWAY_BASE: 'https://g.example/x',
    });
    expect(config.rpc).toEqual({ethereum: ['https://a.example/k1', 'https://b.example']});
    expect(config.gateway).toEqual({base: 'https://g.example/x'});
    expect(rpcOf(config, 'Ethereum')).toHaveLength(2);
    expect(networkKey('my-chain')).toBe('my_chain');
  });

  test('an endpoint that is needed and not set is named by its variable', () => {
    expect(() => rpcOf(loadConfig({}), 'my-chain')).toThrow(/^RPC_MY_CHAIN is not set/);
  });

  test('the value is deeply frozen', () => {
    const config = loadConfig({RPC_BASE: 'https://a.example'});
    expect(() => (config.rpc.base as string[]).push('x')).toThrow(TypeError);
  });

  test.each([
    ['HTTP_PORT', '70000', 'a port from 0 to 65535'],
    ['HTTP_PORT', '-1', 'a port from 0 to 65535'],
    ['HTTP_PORT', '43.5', 'a port from 0 to 65535'],
    ['LOG_LEVEL', 'loud', 'trace, debug'],
    ['DB_URL', 'mysql://u:p@h/db', 'postgres://'],
    ['DB_URL', 'localhost:5432', 'postgres://'],
    ['RPC_BASE', 'wss://x.example', 'http:// or https://'],
    ['RPC_BASE', ',', 'http:// or https://'],
    ['GATEWAY_BASE', 'nope', 'http:// or https://'],
    ['ALERT_WEBHOOKS', 'https://ok.example,ftp://no.example', 'http:// or https://'],
  ])('%s=%s is refused in one sentence that says what is accepted', (name, value, accepted) => {
    const message = refusal({[name]: value});
    expect(message.startsWith(`${name} is `)).toBe(true);
    expect(message).toContain(accepted);
    expect(message).not.toContain('\n');
  });

  test('no refusal repeats a secret', () => {
    expect(refusal({DB_URL: 'mysql://me:hunter22@h/db'})).not.toContain('hunter22');
    expect(refusal({RPC_BASE: 'ftp://h.example/v1/0123456789abcdef'})).not.toContain('0123456789abcdef');
    expect(refusal({RPC_BASE: '0123456789abcdef'})).not.toContain('0123456789abcdef');
  });
});

test('redact keeps what finds the place and drops what opens it', () => {
  expect(redact('postgres://me:pw@db.example:5433/gaib?sslmode=require')).toBe(
    'postgres://me:…@db.example:5433/gaib?…',
  );
  expect(redact('https://user:pw@rpc.example/v3/key?x=1')).toBe('https://…:…@rpc.example/…?…');
  expect(redact('http://127.0.0.1:8545')).toBe('http://127.0.0.1:8545');
});

test('publishToSdk restores what was there', () => {
  const restore = publishToSdk({GAIB_SQUID_TEST: 'x'});
  expect(process.env.GAIB_SQUID_TEST).toBe('x');
  restore();
  expect('GAIB_SQUID_TEST' in process.env).toBe(false);
});
