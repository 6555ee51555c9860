import {spawn, type ChildProcess} from 'node:child_process';
import {existsSync} from 'node:fs';
import path from 'node:path';
import {Client} from 'pg';
import {childEnvironment, PROJECT_DIR} from '../../config';
import {newestCommitted} from './committed';
import {until} from './until';

const CLI = path.join(PROJECT_DIR, 'lib', 'cli.js');
const LIMIT_MS = 60_000;
const PATIENCE_MS = 5_000;

/** What a processor is started on. */
export interface SquidOptions {
  readonly networkFile: string;
  readonly rpcUrl: string;
  /** The end of the variable RPC_<NAME> that the network takes its node from; default LOCAL */
  readonly rpcName?: string;
  /** An SQD gateway, for history */
  readonly gatewayUrl?: string;
  readonly dbUrl: string;
  /** Stops, with exit code 0, once this block is committed */
  readonly to?: number;
}

/** A real processor in a process of its own: `process --network FILE`. */
export class Squid {
  /** Exit code, or the signal that ended it */
  readonly ended: Promise<number | string>;
  private outcome: number | string | undefined;
  private text = '';

  private constructor(
    private readonly child: ChildProcess,
    private readonly dbUrl: string,
  ) {
    child.stdout?.setEncoding('utf8').on('data', (text: string) => (this.text += text));
    child.stderr?.setEncoding('utf8').on('data', (text: string) => (this.text += text));
    this.ended = new Promise((resolve) => {
      child.once('close', (code, signal) => {
        this.outcome = code ?? signal ?? 'unknown';
        resolve(this.outcome);
      });
    });
  }

  static start({networkFile, rpcUrl, rpcName = 'LOCAL', gatewayUrl = '', dbUrl, to}: SquidOptions): Squid {
    if (!existsSync(CLI)) throw new Error(`${CLI} is missing: run npm run build`);
    const range = to === undefined ? [] : ['--to', String(to)];
    const child = spawn(process.execPath, [CLI, 'process', '--network', networkFile, ...range], {
      cwd: PROJECT_DIR,
      stdio: ['ignore', 'pipe', 'pipe'],
      env: childEnvironment({
        DB_URL: dbUrl,
        [`RPC_${rpcName}`]: rpcUrl,
        [`GATEWAY_${rpcName}`]: gatewayUrl,
        DATA_DIR: path.dirname(networkFile),
        LOG_LEVEL: 'info',
      }),
    });
    return new Squid(child, dbUrl);
  }

  /** Everything the process has said. */
  get output(): string {
    return this.text;
  }

  /** What it said in plain words: its output without the lines of its log. */
  get sentences(): string[] {
    return this.text.split('\n').filter((line) => line !== '' && !line.startsWith('{"level"'));
  }

  /** Waits until the newest committed block is this one. @throws Error with the process's words when it ends before */
  async untilHead(chainId: number, hash: string): Promise<void> {
    await this.untilCommitted(chainId, `block ${hash}`, (head) => head.hash === hash);
  }

  /** Waits until a block at or above this height is committed. @throws Error as `untilHead` */
  async untilHeight(chainId: number, height: number): Promise<void> {
    await this.untilCommitted(chainId, `height ${height}`, (head) => head.height >= height);
  }

  /** Waits for the process to end by itself. @returns its exit code */
  async untilEnded(): Promise<number | string> {
    const ended = (): Promise<number | string | undefined> => Promise.resolve(this.outcome);
    return until('the end of the process', ended, LIMIT_MS, () => this.tail());
  }

  /** Stops the process in its tracks until `resume`. */
  pause(): void {
    this.child.kill('SIGSTOP');
  }

  resume(): void {
    this.child.kill('SIGCONT');
  }

  /** SIGTERM, and after a while without an end SIGKILL. @returns its exit code, or the signal that ended it */
  async stop(): Promise<number | string> {
    this.child.kill('SIGTERM');
    const patience = setTimeout(() => this.child.kill('SIGKILL'), PATIENCE_MS);
    const outcome = await this.ended;
    clearTimeout(patience);
    return outcome;
  }

  /** SIGKILL, and waits for the end of the process; its sessions may live a moment longer. */
  async kill(): Promise<void> {
    this.child.kill('SIGKILL');
    await this.ended;
  }

  private async untilCommitted(
    chainId: number,
    what: string,
    wanted: (head: {height: number; hash: string}) => boolean,
  ): Promise<void> {
    let newest = 'none';
    const ask = (db: Client) => async (): Promise<true | undefined> => {
      const over = this.outcome !== undefined;
      const head = await newestCommitted(db, chainId);
      newest = head === undefined ? 'none' : `${head.height} ${head.hash}`;
      if (head !== undefined && wanted(head)) return true;
      if (over)
        throw new Error(`The processor ended (${this.outcome}) before ${what}; newest: ${newest}\n${this.tail()}`);
      return undefined;
    };
    await this.withDb((db) => until(`${what} committed`, ask(db), LIMIT_MS, () => `newest: ${newest}\n${this.tail()}`));
  }

  private async withDb<T>(use: (db: Client) => Promise<T>): Promise<T> {
    const db = new Client({connectionString: this.dbUrl});
    await db.connect();
    try {
      return await use(db);
    } finally {
      await db.end();
    }
  }

  private tail(): string {
    return this.text.slice(-3000);
  }
}
