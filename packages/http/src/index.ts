export type { Admit, RawOperation } from './admit.js';
export { correlatedBody } from './correlated-body.js';
export { describeError, logErrors, logFaults } from './error-log.js';
export { errorFormatter, formatErrors } from './error-formatter.js';
export { requestIdHeader, onAnswered, onClientLeaves, requestId, requestSignal } from './request-facts.js';
export { sendError, sendHtml, sendJson } from './send.js';
export { serveGraphQL, type GraphQLHttpOptions, type GraphQLServer, type Route } from './serve-graphql.js';
export type { ShortAnswer, ShortWay } from './short-way.js';
export { openTraces, traced, type Traces, type TraceSpan } from './traces.js';
