/**
 * `bare-server.mjs express|fastify port query|table`: one `pg` query behind a bare framework; no sign-in, no tenant.
 * `query`: the very statement of the product, prepared likewise; `table`: the plain row without anything derived.
 */
/* eslint-disable @nx/enforce-module-boundaries -- runs the product's own statement; nothing depends on this folder */
import express from 'express';
import fastify from 'fastify';
import pg from 'pg';
import { selectOneStandard } from '../../backend/src/features/standards/register/standard-columns.sql';
import { organizationDay } from '../../backend/src/kernel/calendar';

const [, , framework, port = '0', what] = process.argv;
const organizationId = process.env['BENCH_ORGANIZATION'];
const pool = new pg.Pool({ connectionString: process.env['BENCH_DATABASE_URL'], max: 10 });
const statement = (id: string): pg.QueryConfig =>
  what === 'table'
    ? { text: 'SELECT * FROM standards WHERE id = $1', values: [id] }
    : {
        name: 'one',
        text: selectOneStandard,
        values: [organizationId, organizationDay(new Date()), id],
      };
const read = async (id: string): Promise<unknown> => (await pool.query(statement(id))).rows[0];

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
