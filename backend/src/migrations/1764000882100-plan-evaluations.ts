import type { MigrationInterface, QueryRunner } from 'typeorm';

const ENDED = `('members.removed', 'members.left')`;

/**
 * A case has its plan as it is drawn up, its meetings, and what each of its team declared of the relation to the
 * enterprise. What the trail of an organization says of members who left tells who belonged to it of late.
 */
export class PlanEvaluations1764000882100 implements MigrationInterface {
  name = 'PlanEvaluations1764000882100';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE case_plans (
        organization_id uuid NOT NULL,
        case_id uuid NOT NULL,
        version integer NOT NULL,
        /* A draft, as contracts call it: what is sent is frozen in the letter. */
        content jsonb NOT NULL,
        updated_at timestamptz NOT NULL DEFAULT now(),
        updated_by_name text NOT NULL,
        PRIMARY KEY (organization_id, case_id),
        FOREIGN KEY (organization_id, case_id) REFERENCES cases (organization_id, id)
      );
      SELECT app.tenant_table('case_plans', 'team');
      REVOKE DELETE ON case_plans FROM liangxing_app, liangxing_jobs;

      CREATE TABLE case_declarations (
        organization_id uuid NOT NULL,
        case_id uuid NOT NULL,
        user_id uuid NOT NULL,
        /* 1, 2, …: the newest counts, and those before stay. */
        number integer NOT NULL,
        relation text NOT NULL
          CHECK (relation IN ('none', 'employed', 'consulted', 'relative', 'shares', 'other')),
        text text NOT NULL,
        declared_at timestamptz NOT NULL DEFAULT now(),
        PRIMARY KEY (organization_id, case_id, user_id, number),
        FOREIGN KEY (organization_id, case_id, user_id)
          REFERENCES case_team (organization_id, case_id, user_id)
      );
      SELECT app.tenant_table('case_declarations', 'team');
      REVOKE UPDATE, DELETE ON case_declarations FROM liangxing_app, liangxing_jobs;

      CREATE TABLE case_meetings (
        organization_id uuid NOT NULL,
        case_id uuid NOT NULL,
        kind text NOT NULL CHECK (kind IN ('first', 'closing')),
        version integer NOT NULL,
        held_on date,
        place text NOT NULL,
        minutes text NOT NULL,
        /* [{ "side": "body" or "enterprise", "name", "department", "post" }] */
        attendance jsonb NOT NULL,
        updated_at timestamptz NOT NULL DEFAULT now(),
        updated_by_name text NOT NULL,
        PRIMARY KEY (organization_id, case_id, kind),
        FOREIGN KEY (organization_id, case_id) REFERENCES cases (organization_id, id)
      );
      SELECT app.tenant_table('case_meetings', 'team');
      REVOKE DELETE ON case_meetings FROM liangxing_app, liangxing_jobs;

      /* Memberships that ended leave no row; that they ended stands in the trail for good. */
      CREATE INDEX audit_events_of_ended_memberships ON audit_events (organization_id, subject_id, recorded_at)
        WHERE action IN ${ENDED};
      CREATE POLICY ended_memberships ON audit_events FOR SELECT TO liangxing_migrator
        USING (action IN ${ENDED});

      /*
       * Kinds of relation that the product knows itself between a person of this body and the enterprise of one of its
       * cases, now or in the last three years; never more than the kind, and nothing of other people and enterprises.
       */
      CREATE FUNCTION app.relations_to_enterprise(asked_case uuid, person uuid) RETURNS SETOF text
        LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
      DECLARE
        body uuid := app.organization_id();
        enterprise uuid;
        since timestamptz := now() - interval '3 years';
      BEGIN
        SELECT c.enterprise_id INTO enterprise FROM public.cases c
          JOIN public.memberships m ON m.organization_id = c.organization_id AND m.user_id = person
          WHERE c.organization_id = body AND c.id = asked_case;
        IF enterprise IS NULL THEN
          RETURN;
        END IF;
        IF EXISTS (SELECT FROM public.memberships m WHERE m.organization_id = enterprise AND m.user_id = person)
          OR EXISTS (SELECT FROM public.audit_events e WHERE e.organization_id = enterprise
            AND e.action IN ${ENDED} AND e.subject_id = person::text AND e.recorded_at >= since) THEN
          RETURN NEXT 'membership';
        END IF;
        IF EXISTS (SELECT FROM public.access_grants g
          WHERE g.organization_id = enterprise AND g.grantee_id <> body
            AND g.starts_at <= now() AND least(g.ends_at, coalesce(g.revoked_at, g.ends_at)) >= since
            AND (EXISTS (SELECT FROM public.memberships m
                WHERE m.organization_id = g.grantee_id AND m.user_id = person)
              OR EXISTS (SELECT FROM public.audit_events e WHERE e.organization_id = g.grantee_id
                AND e.action IN ${ENDED} AND e.subject_id = person::text AND e.recorded_at >= since))) THEN
          RETURN NEXT 'engagement';
        END IF;
      END $$;
      REVOKE ALL ON FUNCTION app.relations_to_enterprise(uuid, uuid) FROM PUBLIC;
      GRANT EXECUTE ON FUNCTION app.relations_to_enterprise(uuid, uuid) TO liangxing_app;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      DROP FUNCTION app.relations_to_enterprise(uuid, uuid);
      DROP POLICY ended_memberships ON audit_events;
      DROP INDEX audit_events_of_ended_memberships;
      DROP TABLE case_meetings, case_declarations, case_plans;
    `);
  }
}
