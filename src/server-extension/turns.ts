/** Lets loads that share one connection run one after the other, in the order in which they are asked for. */
export function turns(): <T>(load: () => Promise<T>) => Promise<T> {
  let last: Promise<unknown> = Promise.resolve();
  return (load) => {
    const run = last.then(load);
    last = Promise.allSettled([run]);
    return run;
  };
}
