import { createTestDatabase } from '@kasane/embedded-database';
import { linkingTests } from './linking.fixtures.js';

linkingTests(async () => {
  const { url, migrationUrl, appRole, drop } = await createTestDatabase('linking');
  return { url, migrationUrl, appRole, drop };
});
