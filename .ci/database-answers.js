// Exit code 0 when a PostgreSQL or MariaDB server lets us in: `node database-answers.js <url>`.
import process from 'node:process';
import mysql from 'mysql2/promise';
import pg from 'pg';

const [url = ''] = process.argv.slice(2);
try {
  if (url.startsWith('postgres')) {
    const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: 3_000 });
    await client.connect();
    await client.end();
  } else {
    await (await mysql.createConnection({ uri: url, connectTimeout: 3_000 })).end();
  }
} catch (error) {
  process.stderr.write(`${error.message}\n`);
  process.exitCode = 1;
}
