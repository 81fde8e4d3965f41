/** `bare-server.mjs express|fastify port`: one `pg` query behind a bare framework; no sign-in, no tenant. */
import express from 'express';
import fastify from 'fastify';
import pg from 'pg';

const [, , framework, port = '0'] = process.argv;
const pool = new pg.Pool({ connectionString: process.env['BENCH_DATABASE_URL'], max: 10 });
const read = async (id: string): Promise<unknown> =>
  (await pool.query('SELECT * FROM standards WHERE id = $1', [id])).rows[0];

if (framework === 'express') {
  const app = express();
  app.get('/standards/:id', (request, response, next) => {
    read(request.params.id).then((row) => response.json(row), next);
  });
  app.listen(Number(port), '127.0.0.1');
} else {
  const app = fastify();
  app.get<{ Params: { id: string } }>('/standards/:id', (request) => read(request.params.id));
  await app.listen({ port: Number(port), host: '127.0.0.1' });
}
