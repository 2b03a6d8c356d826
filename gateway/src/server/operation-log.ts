import type { Logger } from 'pino';
import type { WatchOperation } from './watch-operations.js';

/** One line per operation: which request, how long, with which codes. No variable, no value, no person. */
export const logOperations =
  (logger: Logger): WatchOperation =>
  ({ requestId }) => {
    const begin = performance.now();
    return ({ operation, status, errors }) => {
      if (!logger.isLevelEnabled('info')) return;
      logger.info(
        {
          requestId,
          operation: operation?.operation,
          name: operation?.name?.value,
          ms: Math.round(performance.now() - begin),
          status,
          codes: errors && [...new Set(errors.map(({ extensions }) => extensions['code'] ?? 'INTERNAL'))],
        },
        'operation',
      );
    };
  };
