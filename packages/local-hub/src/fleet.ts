import { diedError, startChild, type Child, type Program } from './child.js';

/** Processes that live and die together. */
export interface Fleet {
  launch(program: Program): Child;
  /** Undefined while it does not run. */
  pid(name: string): number | undefined;
  /** Ends one without ending the others. */
  stop(name: string, signal?: NodeJS.Signals): Promise<void>;
  /** Ends all: `first` before the others, so that nobody is asked who has already left. */
  stopAll(first: string): Promise<void>;
  killAll(): void;
  /** Resolves when one ends that nobody stopped. */
  readonly failure: Promise<Error>;
}

export function createFleet(): Fleet {
  const children = new Map<string, Child>();
  const expected = new Set<Child>();
  let fail: (error: Error) => void = () => undefined;
  const failure = new Promise<Error>((resolve) => (fail = resolve));
  const end = (child: Child, signal?: NodeJS.Signals): Promise<void> => {
    expected.add(child);
    return child.stop(signal);
  };
  return {
    launch(program) {
      const child = startChild(program);
      children.set(program.name, child);
      void child.exited.then(async () => {
        if (!expected.has(child)) fail(await diedError(child));
      });
      return child;
    },
    pid(name) {
      const child = children.get(name);
      return child?.isRunning() ? child.pid : undefined;
    },
    async stop(name, signal) {
      const child = children.get(name);
      if (child) await end(child, signal);
    },
    async stopAll(first) {
      const all = [...children.values()];
      // Nobody is a failure from here on, also those whose turn comes later.
      for (const child of all) expected.add(child);
      await this.stop(first);
      await Promise.all(all.map((child) => end(child)));
    },
    killAll() {
      for (const child of children.values()) void end(child, 'SIGKILL');
    },
    failure,
  };
}
