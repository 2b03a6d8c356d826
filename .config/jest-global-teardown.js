// Stops the server of the run. Should jest itself be killed, the server's guardian does the same.
export default async function tearDown() {
  if (globalThis.kasaneTestServer) return globalThis.kasaneTestServer.stop();
  const { dropTestDatabases } = await import('@kasane/embedded-database');
  await dropTestDatabases();
}
