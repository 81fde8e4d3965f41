import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What was entered before, and back to it: the rows of the other side are seen in between. */
const BEFORE = `before uuid := app.organization_id();`;
const enter = (id: string): string =>
  `PERFORM set_config('app.organization_id', ${id}::text, true);`;
const AFTER = enter('before');

const FUNCTIONS: Readonly<Record<string, string>> = {
  'consultancy_of_code(text)': `
    /* Of one that the platform opened under this very code; a part of it finds nothing. */
    CREATE FUNCTION app.consultancy_of_code(code text) RETURNS TABLE (id uuid, name text)
      LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
      SELECT o.id, o.name FROM public.organizations o
      WHERE o.credit_code = code AND o.kind = 'consultancy' AND o.state = 'open' $$`,
  'answer_offer(uuid, uuid, bytea, text, uuid, text, text)': `
    /*
     * The organization that was entered answers the offer of another one: one that names it, or one whose token it holds.
     * What is offered to a consultancy becomes the grant here; the client writes its own. Tells the trail of the other
     * side. NULL where no such offer waits, or its last day is over.
     */
    CREATE FUNCTION app.answer_offer(offerer uuid, offer uuid, token bytea, answer text,
        person uuid, person_name text, correlation text) RETURNS jsonb
      LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
      DECLARE
        ${BEFORE}
        own public.organizations;
        other public.organizations;
        o public.engagement_offers;
        ending timestamptz;
      BEGIN
        SELECT * INTO own FROM public.organizations WHERE id = before;
        ${enter('offerer')}
        SELECT * INTO o FROM public.engagement_offers e
          WHERE e.organization_id = offerer AND e.state = 'offered' AND e.expires_at > now()
            AND e.ends_at > now()
            AND CASE WHEN token IS NULL THEN e.id = offer AND e.partner_id = before
              ELSE token = ANY (e.token_hashes) END
          FOR UPDATE;
        SELECT * INTO other FROM public.organizations WHERE id = offerer;
        IF o.id IS NULL OR answer NOT IN ('live', 'declined')
            OR own.kind <> (CASE o.offered_by WHEN 'client' THEN 'consultancy' ELSE 'enterprise' END) THEN
          ${AFTER}
          RETURN NULL;
        END IF;
        IF answer = 'live' AND other.state <> 'open' THEN
          ${AFTER}
          RETURN jsonb_build_object('outcome', 'suspended', 'name', other.name);
        END IF;
        IF answer = 'live' AND o.offered_by = 'client' THEN
          UPDATE public.access_grants g SET revoked_at = g.ends_at
            WHERE g.organization_id = offerer AND g.grantee_id = before AND g.revoked_at IS NULL
              AND g.ends_at <= now();
          INSERT INTO public.access_grants (organization_id, id, grantee_id, grantee_name, readable, writable,
              starts_at, ends_at, reason, given_by, given_by_name, offered_by, accepted_by_name)
            VALUES (offerer, o.id, before, own.name, o.readable, o.writable, o.starts_at, o.ends_at, o.reason,
              o.offered_by_id, o.offered_by_name, o.offered_by, person_name)
            ON CONFLICT DO NOTHING;
          IF NOT FOUND THEN
            SELECT g.ends_at INTO ending FROM public.access_grants g
              WHERE g.organization_id = offerer AND g.grantee_id = before AND g.revoked_at IS NULL;
            ${AFTER}
            RETURN jsonb_build_object('outcome', 'exists', 'name', other.name, 'endsAt', ending);
          END IF;
        END IF;
        UPDATE public.engagement_offers e SET state = answer, partner_id = before, partner_name = own.name,
          decided_at = now(), decided_by_name = person_name WHERE e.organization_id = offerer AND e.id = o.id;
        INSERT INTO public.audit_events (organization_id, actor_id, actor_name, action, subject_type,
          subject_id, details, correlation_id)
        VALUES (offerer, person, person_name,
          CASE answer WHEN 'live' THEN 'engagement.accepted' ELSE 'engagement.declined' END,
          'engagement', o.id::text, jsonb_build_object('partner', own.name), correlation);
        ${AFTER}
        RETURN jsonb_build_object('outcome', 'answered', 'id', o.id, 'name', other.name, 'ownName', own.name);
      END $$`,
  'resign_engagement(uuid, uuid, uuid, text, text)': `
    /* The consultancy that was entered ends its engagement; its new version, NULL where none of it is live. */
    CREATE FUNCTION app.resign_engagement(client uuid, engagement uuid, person uuid, person_name text,
        correlation text) RETURNS integer
      LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
      DECLARE
        ${BEFORE}
        reached integer;
      BEGIN
        ${enter('client')}
        UPDATE public.access_grants g SET revoked_at = now(), revoked_by = person,
            revoked_by_name = person_name, is_resigned = true, version = g.version + 1
          WHERE g.organization_id = client AND g.id = engagement AND g.grantee_id = before
            AND g.revoked_at IS NULL AND g.ends_at > now()
          RETURNING g.version INTO reached;
        IF reached IS NOT NULL THEN
          INSERT INTO public.audit_events (organization_id, actor_id, actor_name, action, subject_type,
            subject_id, details, correlation_id, acting_id, grant_id)
          VALUES (client, person, person_name, 'engagement.resigned', 'engagement', engagement::text, '{}',
            correlation, before, engagement);
        END IF;
        ${AFTER}
        RETURN reached;
      END $$`,
  'consultants_of_engagements()': `
    /* Who may enter the organization that was entered, by its live grants: the names of people, nothing else of them. */
    CREATE FUNCTION app.consultants_of_engagements() RETURNS TABLE (id uuid, name text)
      LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
      SELECT g.id, u.name FROM public.access_grants g
      JOIN public.memberships m ON m.organization_id = g.grantee_id
      JOIN public.users u ON u.id = m.user_id
      WHERE g.organization_id = app.organization_id() AND g.revoked_at IS NULL AND g.ends_at > now()
        AND (m.role = 'owner' OR EXISTS (SELECT FROM public.client_assignments a
          WHERE a.organization_id = m.organization_id AND a.client_id = g.organization_id
            AND a.user_id = m.user_id))
      ORDER BY u.name, u.id $$`,
};

const ENDING = `
  CREATE FUNCTION app.organizations_with_ending_engagements() RETURNS SETOF uuid
    LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
  BEGIN
    RETURN QUERY SELECT DISTINCT g.organization_id FROM public.access_grants g
      WHERE g.revoked_at IS NULL AND g.ends_at > now() AND g.ends_at < now() + interval '14 days'
        AND g.end_told_for IS DISTINCT FROM g.ends_at;
  END $$;
  REVOKE ALL ON FUNCTION app.organizations_with_ending_engagements() FROM PUBLIC;
  GRANT EXECUTE ON FUNCTION app.organizations_with_ending_engagements() TO liangxing_jobs;`;

/** The few things that one side of an engagement does in the tenant of the other, each a function that does that alone. */
export class AnswerAcrossOrganizations1764000862200 implements MigrationInterface {
  name = 'AnswerAcrossOrganizations1764000862200';

  async up(runner: QueryRunner): Promise<void> {
    for (const [signature, definition] of Object.entries(FUNCTIONS))
      await runner.query(`${definition};
        REVOKE ALL ON FUNCTION app.${signature} FROM PUBLIC;
        GRANT EXECUTE ON FUNCTION app.${signature} TO liangxing_app;`);
    await runner.query(ENDING);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(
      `DROP FUNCTION app.organizations_with_ending_engagements(), ${Object.keys(FUNCTIONS)
        .map((signature) => `app.${signature}`)
        .join(', ')}`,
    );
  }
}
