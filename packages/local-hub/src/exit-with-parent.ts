// Loaded into every process of the hub with `node --import`, before its own code: no orphan outlives the
// supervisor, however it ended. Its end of our stdin closes with it, `kill -9` included.
const grace = 5_000;

process.stdin.once('close', () => {
  setTimeout(() => process.kill(process.pid, 'SIGKILL'), grace).unref();
  process.kill(process.pid, 'SIGTERM');
});
process.stdin.on('error', () => undefined);
process.stdin.resume();
// Watching keeps nobody alive who has nothing else to do.
(process.stdin as unknown as { unref?: () => void }).unref?.();
