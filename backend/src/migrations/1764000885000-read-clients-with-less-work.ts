import type { MigrationInterface, QueryRunner } from 'typeorm';
import { portfolio, READ_ONCE } from './1764000875000-read-a-list-of-clients-once';

/** Those of which a grant can open figures. */
const AREAS = 'profile register system assessment evidence records improvements dossier'.split(' ');

/** Area by area: taking the object apart into rows costs three times as much, for each of hundreds of clients. */
const ACTIVE_AT = `greatest(${AREAS.map(
  (area) =>
    `CASE WHEN '${area}' = ANY (g.readable) THEN (f.active_at ->> '${area}')::timestamptz END`,
).join(',\n        ')})`;

/** Written as it leaves. */
const NEXT = [
  `json_build_object('on', d.due_on, 'kind', d.kind, 'title', d.title)`,
  'json',
] as const;

/** What leaves as JSON is written once, and nothing is taken apart that is not asked for. */
export class ReadClientsWithLessWork1764000885000 implements MigrationInterface {
  name = 'ReadClientsWithLessWork1764000885000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(portfolio({ ...READ_ONCE, next: NEXT, activeAt: ACTIVE_AT }));
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(portfolio(READ_ONCE));
  }
}
