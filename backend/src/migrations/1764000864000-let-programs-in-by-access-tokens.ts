import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * A person's programs ask by access tokens. Each transaction proves a token as it proves a session, in the same statement,
 * and sees no more areas than the token opens, whatever the person and the grant by which they work may see.
 */
export class LetProgramsInByAccessTokens1764000864000 implements MigrationInterface {
  name = 'LetProgramsInByAccessTokens1764000864000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE access_tokens (
        id uuid PRIMARY KEY,
        user_id uuid NOT NULL REFERENCES users (id) ON DELETE CASCADE,
        token_hash bytea NOT NULL UNIQUE CHECK (length(token_hash) = 32),
        name text NOT NULL,
        readable text[] NOT NULL,
        writable text[] NOT NULL,
        /* The only organization whose data it opens. */
        limited_to uuid,
        created_at timestamptz NOT NULL DEFAULT now(),
        expires_at timestamptz NOT NULL,
        last_used_on date,
        last_network text NOT NULL DEFAULT '',
        CHECK (cardinality(readable) > 0 AND writable <@ readable),
        CHECK (readable <@ ARRAY['profile', 'register', 'system', 'assessment', 'evidence', 'records',
          'improvements', 'dossier'])
      );
      CREATE INDEX access_tokens_of_user ON access_tokens (user_id);
      CREATE INDEX access_tokens_by_end ON access_tokens (expires_at);
      GRANT SELECT, INSERT, DELETE ON access_tokens TO liangxing_app;
      GRANT UPDATE (last_used_on, last_network) ON access_tokens TO liangxing_app;
      GRANT DELETE ON access_tokens TO liangxing_jobs;
      GRANT SELECT (expires_at) ON access_tokens TO liangxing_jobs;
      CREATE TRIGGER tell_identity_changed AFTER DELETE ON access_tokens
        FOR EACH ROW EXECUTE FUNCTION app.tell_identity_changed('user_id');

      DROP FUNCTION app.enter(uuid, uuid, uuid, uuid, text);
      CREATE FUNCTION app.enter(person uuid, data uuid, acting uuid, session uuid DEFAULT NULL,
          purpose text DEFAULT 'read') RETURNS text
        LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
      DECLARE
        found_role text;
        is_running boolean;
        standing text;
        opened_readable text[];
        opened_writable text[];
        token_readable text[];
        token_writable text[];
      BEGIN
        SELECT m.role, o.state, session IS NULL OR EXISTS (SELECT FROM public.sessions s
            WHERE s.id = session AND s.user_id = person AND s.expires_at > now())
          INTO found_role, standing, is_running
          FROM public.memberships m JOIN public.organizations o ON o.id = m.organization_id
          WHERE m.organization_id = acting AND m.user_id = person;
        IF found_role IS NULL THEN
          RAISE EXCEPTION 'no member of the organization that acts' USING ERRCODE = 'LX404';
        END IF;
        IF NOT is_running THEN
          /* No session has this id; an access token may. */
          SELECT t.readable, t.writable INTO token_readable, token_writable FROM public.access_tokens t
            WHERE t.id = session AND t.user_id = person AND t.expires_at > now()
              AND coalesce(t.limited_to, data) = data;
          IF NOT FOUND THEN
            RAISE EXCEPTION 'the session has ended' USING ERRCODE = 'LX401';
          END IF;
        END IF;
        IF acting <> data THEN
          IF standing <> 'open' THEN
            RAISE EXCEPTION '%', standing USING ERRCODE = 'LX403';
          END IF;
          SELECT g.readable, g.writable, o.state INTO opened_readable, opened_writable, standing
            FROM public.access_grants g JOIN public.organizations o ON o.id = g.organization_id
            WHERE g.organization_id = data AND g.grantee_id = acting AND g.revoked_at IS NULL
              AND g.starts_at <= now() AND g.ends_at > now();
          IF NOT FOUND THEN
            RAISE EXCEPTION 'no grant opens these data' USING ERRCODE = 'LX404';
          END IF;
        END IF;
        IF standing <> 'open' AND purpose <> 'apply' THEN
          IF standing <> 'suspended' OR purpose = 'write' THEN
            RAISE EXCEPTION '%', standing USING ERRCODE = 'LX403';
          END IF;
          opened_writable := '{}';
        END IF;
        IF token_readable IS NOT NULL THEN
          /* Whom the own data name must be looked up among the members; no route shows them to a token. */
          IF acting = data THEN
            token_readable := token_readable || 'team'::text;
          END IF;
          opened_readable := ARRAY(SELECT unnest(coalesce(opened_readable, token_readable))
            INTERSECT SELECT unnest(token_readable));
          opened_writable := ARRAY(SELECT unnest(coalesce(opened_writable, token_writable))
            INTERSECT SELECT unnest(token_writable));
        END IF;
        PERFORM set_config('app.organization_id', data::text, true),
          set_config('app.user_id', person::text, true),
          set_config('app.readable', coalesce(opened_readable::text, ''), true),
          set_config('app.writable', coalesce(opened_writable::text, ''), true);
        RETURN found_role;
      END $$;
      REVOKE ALL ON FUNCTION app.enter(uuid, uuid, uuid, uuid, text) FROM PUBLIC;
      GRANT EXECUTE ON FUNCTION app.enter(uuid, uuid, uuid, uuid, text)
        TO liangxing_app, liangxing_jobs;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      DROP FUNCTION app.enter(uuid, uuid, uuid, uuid, text);
      CREATE FUNCTION app.enter(person uuid, data uuid, acting uuid, session uuid DEFAULT NULL,
          purpose text DEFAULT 'read') RETURNS text
        LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
      DECLARE
        found_role text;
        is_running boolean;
        standing text;
        opened_readable text[];
        opened_writable text[];
      BEGIN
        SELECT m.role, o.state, session IS NULL OR EXISTS (SELECT FROM public.sessions s
            WHERE s.id = session AND s.user_id = person AND s.expires_at > now())
          INTO found_role, standing, is_running
          FROM public.memberships m JOIN public.organizations o ON o.id = m.organization_id
          WHERE m.organization_id = acting AND m.user_id = person;
        IF found_role IS NULL THEN
          RAISE EXCEPTION 'no member of the organization that acts' USING ERRCODE = 'LX404';
        END IF;
        IF NOT is_running THEN
          RAISE EXCEPTION 'the session has ended' USING ERRCODE = 'LX401';
        END IF;
        IF acting <> data THEN
          IF standing <> 'open' THEN
            RAISE EXCEPTION '%', standing USING ERRCODE = 'LX403';
          END IF;
          SELECT g.readable, g.writable, o.state INTO opened_readable, opened_writable, standing
            FROM public.access_grants g JOIN public.organizations o ON o.id = g.organization_id
            WHERE g.organization_id = data AND g.grantee_id = acting AND g.revoked_at IS NULL
              AND g.starts_at <= now() AND g.ends_at > now();
          IF NOT FOUND THEN
            RAISE EXCEPTION 'no grant opens these data' USING ERRCODE = 'LX404';
          END IF;
        END IF;
        IF standing <> 'open' AND purpose <> 'apply' THEN
          IF standing <> 'suspended' OR purpose = 'write' THEN
            RAISE EXCEPTION '%', standing USING ERRCODE = 'LX403';
          END IF;
          opened_writable := '{}';
        END IF;
        PERFORM set_config('app.organization_id', data::text, true),
          set_config('app.user_id', person::text, true),
          set_config('app.readable', coalesce(opened_readable::text, ''), true),
          set_config('app.writable', coalesce(opened_writable::text, ''), true);
        RETURN found_role;
      END $$;
      REVOKE ALL ON FUNCTION app.enter(uuid, uuid, uuid, uuid, text) FROM PUBLIC;
      GRANT EXECUTE ON FUNCTION app.enter(uuid, uuid, uuid, uuid, text)
        TO liangxing_app, liangxing_jobs;
      DROP TABLE access_tokens;
    `);
  }
}
