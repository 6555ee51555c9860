import type {DomainEvent, EventBody, EventFields} from '../../domain/event';
import {placed, SAID, timeOf, type Speaker} from '../given';

/** What the vault's views answer at the end of a block. */
export type Snapshot = Omit<EventFields['NavObserved'], 'effectiveHeight' | 'effectiveAt'>;

/** Views are read every so many blocks, and in each block with a log that touches the vault. */
export const READ_EVERY = 7;
const VIEWS = 5;

export interface Mark {
  readonly height: number;
  readonly stakingNav: bigint | null;
}

interface Step {
  readonly height: number;
  readonly snapshot: Snapshot;
  /** The staking NAV moved by at least 1e-7 */
  readonly isMark: boolean;
}

/**
 * The chain of the model, block by block: reports first, then logs in the order they were emitted, readings of earlier
 * blocks' state before them and of the block's own state after them, as `takeReadings` takes them.
 */
export class Chain {
  readonly events: DomainEvent[] = [];
  /** The marks that nothing but a reading can tell, in the order in which they are found */
  readonly silentMarks: Mark[] = [];
  height = 1;
  private reports: DomainEvent[] = [];
  private logs: DomainEvent[] = [];
  private logIndex = 0;
  private tx = 0;
  private touched = false;
  private lastRead: Step | undefined;
  private unseen: Step[] = [];

  /** @param views what the vault's views answer now */
  constructor(private readonly views: () => Snapshot) {}

  get at(): number {
    return timeOf(this.height);
  }

  /** The logs that follow are those of another transaction. */
  beginTransaction(): void {
    this.tx++;
  }

  /** One log, and the events it is decoded to. */
  emit(by: Speaker, ...bodies: EventBody[]): void {
    const logIndex = this.logIndex++;
    this.touched ||=
      by === SAID || bodies.some((body) => 'to' in body && [body.to, fromOf(body)].includes(SAID.address));
    const place = {by, height: this.height, logIndex, tx: this.tx};
    bodies.forEach((body, part) => this.logs.push(placed(body, {...place, part})));
  }

  /** A report that this block carries, before its logs. */
  attest(body: EventBody): void {
    this.reports.push(placed(body, {height: this.height, logIndex: this.reports.length}));
  }

  /** The vault's book moved in this block, and no log tells. */
  changeSilently(isMark: boolean): void {
    this.unseen.push({height: this.height, snapshot: this.views(), isMark});
  }

  /** Ends the block and starts the one `gap` blocks later; grid blocks between them are read. */
  endBlock(gap: number): void {
    this.beginTransaction();
    this.closeBlock();
    for (let left = gap - 1; left > 0; left--) {
      this.height++;
      this.closeBlock();
    }
    this.height++;
  }

  private closeBlock(): void {
    const readings = this.touched || this.height % READ_EVERY === 0 ? this.read() : {earlier: [], own: []};
    this.events.push(...this.reports, ...readings.earlier, ...this.logs, ...readings.own);
    this.reports = [];
    this.logs = [];
    this.logIndex = 0;
    this.touched = false;
  }

  private read(): {earlier: DomainEvent[]; own: DomainEvent[]} {
    const snapshot = this.views();
    const steps = this.visibleSteps();
    const earlier = steps.filter(({height}) => height < this.height);
    const own = {height: this.height, snapshot, isMark: false};
    this.silentMarks.push(...steps.filter(({isMark}) => isMark).map(markOf));
    this.lastRead = own;
    this.unseen = [];
    return {
      earlier: earlier.map((step, i) => this.observation(step, i * VIEWS, true)),
      own: [this.observation(own, 0, false)],
    };
  }

  /** A change that is taken back before anybody reads is not seen, and there is none before the first reading. */
  private visibleSteps(): Step[] {
    const last = this.unseen.at(-1);
    if (this.lastRead === undefined || last === undefined || same(this.lastRead, last)) return [];
    let before = this.lastRead;
    return this.unseen.filter((step) => {
      const changed = !same(before, step);
      before = step;
      return changed;
    });
  }

  private observation({height, snapshot}: Step, logIndex: number, earlier: boolean): DomainEvent {
    const body = {...snapshot, type: 'NavObserved', effectiveHeight: height, effectiveAt: timeOf(height)} as const;
    return placed(body, {height: this.height, logIndex, earlier});
  }
}

const same = (a: Step, b: Step): boolean =>
  Object.entries(a.snapshot).every(([view, answer]) => b.snapshot[view as keyof Snapshot] === answer);

const fromOf = (body: EventBody): string => ('from' in body ? body.from : '');
const markOf = ({height, snapshot}: Step): Mark => ({height, stakingNav: snapshot.stakingNav});
