export { ensureDatabase, type DatabaseUrls } from './ensure-database.js';
export { databaseName } from './names.js';
export {
  connectEmbeddedPostgres,
  DataFolderInUseError,
  PortInUseError,
  startEmbeddedPostgres,
  type EmbeddedOptions,
  type EmbeddedServer,
} from './server.js';
export {
  createTemplateDatabase,
  createTestDatabase,
  dropTestDatabases,
  type TemplateDatabase,
  type TestDatabase,
  type TestDatabaseOptions,
} from './test-database.js';
