// Exit code 0 when a PostgreSQL, MariaDB or Redis server lets us in: `node database-answers.js <url>`.
import { connect } from 'node:net';
import process from 'node:process';
import { URL } from 'node:url';
import mysql from 'mysql2/promise';
import pg from 'pg';

const [url = ''] = process.argv.slice(2);
try {
  if (url.startsWith('postgres')) {
    const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: 3_000 });
    await client.connect();
    await client.end();
  } else if (url.startsWith('redis')) {
    await new Promise((resolve, reject) => {
      const { hostname, port } = new URL(url);
      const socket = connect({ host: hostname, port: Number(port || 6379), timeout: 3_000 });
      socket.once('connect', () => socket.write('PING\r\n'));
      socket.once('data', () => resolve(socket.destroy()));
      socket.once('timeout', () => socket.destroy(new Error('no answer')));
      socket.once('error', reject);
    });
  } else {
    await (await mysql.createConnection({ uri: url, connectTimeout: 3_000 })).end();
  }
} catch (error) {
  process.stderr.write(`${error.message}\n`);
  process.exitCode = 1;
}
