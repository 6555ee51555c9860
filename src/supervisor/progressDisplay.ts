import {MultiBar, Presets} from 'cli-progress';

const NAME_WIDTH = 12;
const PLAIN_INTERVAL_MS = 5_000;

/** One line of progress. */
export interface Bar {
  update(done: number, total: number): void;
}

export interface ProgressDisplay {
  bar(name: string, unit: string): Bar;
  /** A line of text above the bars */
  say(text: string): void;
  stop(): void;
}

/** Bars on a terminal; elsewhere plain lines, at most one in 5 s for each bar, and one when it is full. All on stderr. */
export function progressDisplay(stream: NodeJS.WriteStream = process.stderr): ProgressDisplay {
  return stream.isTTY ? terminalDisplay(stream) : plainDisplay(stream);
}

function terminalDisplay(stream: NodeJS.WriteStream): ProgressDisplay {
  const bars = new MultiBar(
    {
      format: `{name} {bar} {percentage}% {value}/{total} {unit}`,
      stream,
      hideCursor: true,
      gracefulExit: false,
      emptyOnZero: true,
    },
    Presets.shades_classic,
  );
  let stopped = false;
  return {
    bar: (name, unit) => {
      const bar = bars.create(1, 0, {name: name.padEnd(NAME_WIDTH), unit});
      return {
        update: (done, total) => {
          bar.setTotal(total);
          bar.update(done);
        },
      };
    },
    say: (text) => (stopped ? void stream.write(`${text}\n`) : bars.log(`${text}\n`)),
    stop: () => {
      stopped = true;
      bars.stop();
    },
  };
}

function plainDisplay(stream: NodeJS.WriteStream): ProgressDisplay {
  const say = (text: string) => void stream.write(`${text}\n`);
  const bar = (name: string, unit: string): Bar => {
    let saidAt = 0;
    let wasFull = false;
    return {
      update: (done, total) => {
        const isFull = done >= total;
        if (isFull ? wasFull : Date.now() - saidAt < PLAIN_INTERVAL_MS) return;
        [saidAt, wasFull] = [Date.now(), isFull];
        say(`${name}: ${done} of ${total} ${unit} (${Math.floor((100 * done) / total)} %)`);
      },
    };
  };
  return {bar, say, stop: () => undefined};
}
