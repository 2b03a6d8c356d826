export { createGateway, type Gateway, type GatewayOptions } from './create-gateway.js';
export {
  createFetchTransport,
  createHttpTransport,
  type HttpTransportOptions,
  type SubgraphRequest,
  type SubgraphResponse,
  type Transport,
} from './execution/transport.js';
export {
  ConfigError,
  parseGatewayConfig,
  type GatewayConfig,
  type HubConfig,
  type OpenConfig,
} from './config.js';
export { startGateway, type GatewayServer } from './server/start-gateway.js';
export { composeSupergraph, CompositionError } from './compose.js';
export { composeCity } from './compose-city.js';
