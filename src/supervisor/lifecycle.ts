/** A start was abandoned because the whole was asked to stop. */
export class Interrupted extends Error {
  override readonly name = 'Interrupted';
}

interface Stop {
  readonly what: string;
  readonly stop: () => void | Promise<void>;
}

/** What was started, so that it can be stopped in the opposite order, once, whatever happens in between. */
export class Lifecycle {
  private readonly stops: Stop[] = [];
  private closing: Promise<void> | undefined;
  private readonly controller = new AbortController();

  /** Aborted as soon as stopping begins */
  readonly signal = this.controller.signal;

  constructor(private readonly onFailure: (what: string, error: unknown) => void) {}

  /**
   * Starts something and remembers how to stop it. What finishes starting after the whole was stopped is stopped at once.
   * @throws Interrupted when the whole is stopping
   */
  async start<T>(what: string, start: () => T | Promise<T>, stop: (started: T) => void | Promise<void>): Promise<T> {
    this.throwIfStopping();
    const started = await start();
    const entry = {what, stop: () => stop(started)};
    if (this.closing !== undefined) await this.stopOne(entry);
    else this.stops.push(entry);
    this.throwIfStopping();
    return started;
  }

  throwIfStopping(): void {
    if (this.closing !== undefined) throw new Interrupted('interrupted');
  }

  /** Stops everything, last started first; a failure to stop one thing does not keep the others from being stopped. */
  close(): Promise<void> {
    this.closing ??= this.stopAll();
    return this.closing;
  }

  private async stopAll(): Promise<void> {
    this.controller.abort();
    for (let entry = this.stops.pop(); entry !== undefined; entry = this.stops.pop()) await this.stopOne(entry);
  }

  private async stopOne({what, stop}: Stop): Promise<void> {
    try {
      await stop();
    } catch (error) {
      this.onFailure(what, error);
    }
  }
}
