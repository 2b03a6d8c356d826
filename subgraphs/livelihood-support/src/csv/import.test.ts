import { createTestDatabase } from '@kasane/embedded-database';
import { importTests } from './import.fixtures.js';

importTests(async () => {
  const { url, migrationUrl, appRole, drop } = await createTestDatabase('livelihood-csv');
  return { url, migrationUrl, appRole, drop };
});
