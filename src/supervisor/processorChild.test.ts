import {mkdtempSync, readFileSync, rmSync, writeFileSync} from 'node:fs';
import {tmpdir} from 'node:os';
import path from 'node:path';
import {isAlive, waitFor} from '../postgres/pid';
import {ProcessLog} from './processLog';
import {superviseProcessor} from './processorChild';

const dir = mkdtempSync(path.join(tmpdir(), 'supervise-'));
const SECRET = 'https://rpc.example/v1/secret-key';
let count = 0;

afterAll(() => rmSync(dir, {recursive: true}));

function supervise(code: string, maxFailures?: number) {
  const script = path.join(dir, `${++count}.js`);
  writeFileSync(script, code);
  const restarts: string[] = [];
  const log = new ProcessLog(path.join(dir, `${count}.log`), [SECRET]);
  const options = {script, args: [path.join(dir, `${count}.pid`)], environment: {PLACE: 'here'}, log};
  const processor = superviseProcessor({
    ...options,
    onRestart: (message) => restarts.push(message),
    ...(maxFailures === undefined ? {} : {maxFailures}),
  });
  const pid = () => parseInt(readFileSync(path.join(dir, `${count}.pid`), 'utf8'), 10);
  return {...processor, restarts, log, pid};
}

const RUNNING = `require('fs').writeFileSync(process.argv[2], String(process.pid)); setInterval(() => {}, 1000);`;

test.each([
  [2, 'UserError', 'RPC_BASE is not set.'],
  [75, 'BusyError', 'Somebody else works.'],
])('exit code %d is final and carries its sentence', async (code, name, sentence) => {
  const {failed, stop, restarts} = supervise(
    `process.stderr.write('gaib-squid: ${sentence}\\n'); process.exit(${code})`,
  );
  await expect(failed).rejects.toMatchObject({name, message: sentence});
  expect(restarts).toEqual([]);
  await stop();
});

test('a crash is followed by another run until there were too many', async () => {
  const crash = `console.error(JSON.stringify({level: 60, err: {message: 'boom ' + process.env.PLACE}})); process.exit(1)`;
  const {failed, stop, restarts} = supervise(crash, 2);
  await expect(failed).rejects.toThrow(/failed 2 times: boom here/);
  expect(restarts).toHaveLength(1);
  expect(restarts[0]).toMatch(/ended \(1\): boom here; starting again in 1 s/);
  await stop();
});

test('stopping ends the process and starts no other', async () => {
  const {failed, stop, pid, restarts} = supervise(RUNNING);
  await waitFor(() => Number.isInteger(tryPid(pid)), 5000);
  const running = pid();
  await stop();
  await expect(failed).rejects.toMatchObject({name: 'Interrupted'});
  expect(isAlive(running)).toBe(false);
  expect(restarts).toEqual([]);
});

test('a process that ignores SIGTERM is killed', async () => {
  const {stop, pid} = supervise(`process.on('SIGTERM', () => {}); ${RUNNING}`);
  await waitFor(() => Number.isInteger(tryPid(pid)), 5000);
  const running = pid();
  await stop();
  expect(isAlive(running)).toBe(false);
}, 15_000);

test('the log has whole lines and no secret', async () => {
  const {failed, log, stop} = supervise(
    `process.stderr.write('failed at ${SECRET.slice(0, 20)}'); setTimeout(() => { process.stderr.write('${SECRET.slice(20)}\\n'); process.exit(2) }, 50)`,
  );
  await expect(failed).rejects.toThrow('failed at https://rpc.example/…');
  expect(readFileSync(log.file, 'utf8')).toBe('failed at https://rpc.example/…\n');
  await stop();
});

function tryPid(pid: () => number): number | undefined {
  try {
    return pid();
  } catch {
    return undefined;
  }
}
