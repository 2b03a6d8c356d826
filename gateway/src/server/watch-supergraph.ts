import { unwatchFile, watchFile } from 'node:fs';
import type { Logger } from 'pino';

export interface SupergraphWatch {
  readonly file: string;
  readonly read: (file: string) => string;
  /** @throws {Error} when it is broken: the old one goes on */
  readonly serve: (supergraphSdl: string) => void;
  readonly logger: Logger;
  /** How often the file is looked at, and how long it must rest: a file that is being written changes again. */
  readonly everyMs?: number;
  readonly restMs?: number;
}

export interface Reloader {
  /** Looks now. */
  reload(): void;
  stop(): void;
}

/**
 * Serves the supergraph anew when its file changes. The file is looked at, not listened to: a file that is mounted
 * into a container, or replaced through a link, tells no listener.
 */
export function watchSupergraph(served: string, options: SupergraphWatch): Reloader {
  const { file, read, serve, logger, everyMs = 1_000, restMs = 500 } = options;
  let last = served;
  let resting: NodeJS.Timeout | undefined;
  const reload = (): void => {
    clearTimeout(resting);
    try {
      const text = read(file);
      last = text;
      serve(text);
      logger.info('the new supergraph is served');
    } catch (error) {
      logger.error(
        { reason: (error as Error).message },
        'the new supergraph is refused; the old one goes on',
      );
    }
  };
  const changed = (): void => {
    clearTimeout(resting);
    // A file that was written anew as it was is no change; one that cannot be read is told by `reload`.
    resting = setTimeout(() => isAsServed() || reload(), restMs);
  };
  const isAsServed = (): boolean => {
    try {
      return read(file) === last;
    } catch {
      return false;
    }
  };
  watchFile(file, { interval: everyMs, persistent: false }, changed);
  return {
    reload,
    stop() {
      clearTimeout(resting);
      unwatchFile(file, changed);
    },
  };
}
