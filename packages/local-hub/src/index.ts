export { HubStoppedError, startHub, type HubOptions, type RunningHub, type RunningSubgraph } from './hub.js';
export type { HubDatabase } from './databases.js';
export { gatewayEnvironment, subgraphEnvironment, type DevelopmentSignIn } from './environment.js';
export { ensureKeys, type HubKeys, type KeyFiles } from './keys.js';
export { parseHubConfig, type HubConfig } from './hub-config.js';
export {
  AlreadyGeneratedError,
  generateInto,
  NotPreparedError,
  type Generated,
  type GenerateOptions,
} from './generate/generate-into.js';
