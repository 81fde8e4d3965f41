import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What a consultancy prepares for its clients stands in its own tenant; a copy is the client's and keeps no link. */
export class PrepareTemplatesForClients1764000870000 implements MigrationInterface {
  name = 'PrepareTemplatesForClients1764000870000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE templates (
        organization_id uuid NOT NULL REFERENCES organizations (id),
        id uuid NOT NULL,
        version integer NOT NULL,
        kind text NOT NULL CHECK (kind IN ('structure', 'numbering', 'drafts', 'actions', 'scheme')),
        name text NOT NULL,
        note text NOT NULL,
        content jsonb NOT NULL,
        /* Nodes, drafts, actions or items, told without reading the content. */
        entries integer NOT NULL,
        is_archived boolean NOT NULL DEFAULT false,
        updated_at timestamptz NOT NULL DEFAULT now(),
        updated_by_name text NOT NULL,
        PRIMARY KEY (organization_id, id)
      );
      SELECT app.tenant_table('templates', 'team');
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE templates');
  }
}
