import type { MigrationInterface, QueryRunner } from 'typeorm';

const SIGNATURE = 'app.enter(uuid, uuid, uuid, uuid, text)';

/** Replaced as a whole: what may be called, and by whom, is as before. */
const enter = (declared: string, body: string, told = ''): string => `
      DROP FUNCTION ${SIGNATURE};
      CREATE FUNCTION app.enter(person uuid, data uuid, acting uuid, session uuid DEFAULT NULL,
          purpose text DEFAULT 'read') RETURNS text
        LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
      DECLARE
        found_role text;
        is_running boolean;
        standing text;
        opened_readable text[];
        opened_writable text[];${declared}
      BEGIN${body}
        PERFORM set_config('app.organization_id', data::text, true),
          set_config('app.user_id', person::text, true),
          set_config('app.readable', coalesce(opened_readable::text, ''), true),
          set_config('app.writable', coalesce(opened_writable::text, ''), true)${told};
        RETURN found_role;
      END $$;
      REVOKE ALL ON FUNCTION ${SIGNATURE} FROM PUBLIC;
      GRANT EXECUTE ON FUNCTION ${SIGNATURE} TO liangxing_app, liangxing_jobs;`;

/**
 * Who enters is a member, or comes by a grant to an organization that is open and, unless they lead it, to a client to
 * whom they are assigned; in a running session, or by an access token that opens no more than itself names; with a second
 * factor where either organization asks for one; and into one that is open, or only to read what is suspended or closes.
 */
export class EnterByAllThatIsKnown1764000866000 implements MigrationInterface {
  name = 'EnterByAllThatIsKnown1764000866000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(
      enter(
        `
        needs_second_factor boolean;
        has_second_factor boolean;
        token_readable text[];
        token_writable text[];`,
        `
        SELECT m.role, o.state, o.requires_second_factor,
            session IS NULL OR EXISTS (SELECT FROM public.sessions s
              WHERE s.id = session AND s.user_id = person AND s.expires_at > now())
          INTO found_role, standing, needs_second_factor, is_running
          FROM public.memberships m JOIN public.organizations o ON o.id = m.organization_id
          WHERE m.organization_id = acting AND m.user_id = person;
        IF found_role IS NULL THEN
          RAISE EXCEPTION 'no member of the organization that acts' USING ERRCODE = 'LX404';
        END IF;
        IF standing = 'deleted' THEN
          RAISE EXCEPTION 'the organization is being taken away' USING ERRCODE = 'LX404';
        END IF;
        IF NOT is_running THEN
          SELECT t.readable, t.writable, t.has_second_factor
            INTO token_readable, token_writable, has_second_factor FROM public.access_tokens t
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
          SELECT g.readable, g.writable, o.state, o.requires_second_factor OR needs_second_factor
            INTO opened_readable, opened_writable, standing, needs_second_factor
            FROM public.access_grants g JOIN public.organizations o ON o.id = g.organization_id
            WHERE g.organization_id = data AND g.grantee_id = acting AND g.revoked_at IS NULL
              AND g.starts_at <= now() AND g.ends_at > now()
              AND (found_role = 'owner' OR EXISTS (SELECT FROM public.client_assignments a
                WHERE a.organization_id = acting AND a.client_id = data AND a.user_id = person));
          IF NOT FOUND THEN
            RAISE EXCEPTION 'no grant opens these data' USING ERRCODE = 'LX404';
          END IF;
          IF standing IN ('closing', 'deleted') THEN
            RAISE EXCEPTION '%', standing USING ERRCODE = 'LX403';
          END IF;
        END IF;
        IF needs_second_factor AND session IS NOT NULL AND NOT coalesce(has_second_factor,
            EXISTS (SELECT FROM public.sessions s WHERE s.id = session AND s.second_factor_at IS NOT NULL)) THEN
          RAISE EXCEPTION 'second_factor_required' USING ERRCODE = 'LX403';
        END IF;
        IF standing <> 'open' AND purpose <> 'apply' THEN
          IF standing NOT IN ('suspended', 'closing') OR purpose = 'write' THEN
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
        END IF;`,
        `,
          set_config('app.session', coalesce(session::text, ''), true)`,
      ),
    );
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(
      enter(
        '',
        `
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
        END IF;`,
      ),
    );
  }
}
