import { Injectable } from '@nestjs/common';
import { AUDIT_ACTIONS, DUE_AREAS, type MonthAssessment } from '@liangxing/contracts';
import type { EntityManager } from 'typeorm';
import { queryRows, type JobContext } from '../../kernel';
import type { DueDate, FigureParts } from './figures';

type Tenant = Pick<JobContext, 'organizationId'>;

/** What had happened when a reading began; instants as PostgreSQL writes them, to the microsecond. */
export interface Reading {
  readonly readAt: string;
  readonly seenEvent: string;
  readonly seenAt: string;
}

/** Everything that one reading found. */
interface FoundFigures {
  readonly reading: Reading;
  readonly parts: FigureParts;
  readonly dates: readonly DueDate[];
  readonly movesOn: string;
  /** First day of the month, and what is kept of it. */
  readonly month: string;
  readonly ofMonth: MonthAssessment | null;
}

/** Kept of one enterprise, the earliest first; its figures count all. */
const MOST_DATES = 2000;
const LONGEST_TITLE = 200;

/** The part of the data in which each action is done; the team's are no work on the data. */
const AREA_OF_ACTIONS = JSON.stringify(
  Object.fromEntries(
    Object.entries(AUDIT_ACTIONS).flatMap(([area, actions]) =>
      area === 'team' ? [] : Object.keys(actions).map((action) => [action, area]),
    ),
  ),
);

/** Parameters: 1 the organization, 2 the day, 3 the evaluation that is worked on. */
const DUE_DATES = `
  SELECT 'action' AS kind, id::text AS "subjectId", due_on::text AS "dueOn",
    left(coalesce(NULLIF(finding, ''), measure), ${LONGEST_TITLE}) AS title, owner, number
  FROM corrective_actions WHERE organization_id = $1 AND state IN ('open', 'in_progress')
    AND due_on IS NOT NULL AND (assessment_id IS NULL OR assessment_id = $3)
  UNION ALL SELECT 'evidence', id::text, valid_until::text, left(title, ${LONGEST_TITLE}), '', NULL
  FROM evidence WHERE organization_id = $1 AND valid_until >= $2::date
  UNION ALL SELECT d.kind, id::text, d.day::text, left(concat_ws(' ', number, title), ${LONGEST_TITLE}), '', NULL
  FROM standards, LATERAL (VALUES ('standard_begins', in_force_on), ('standard_ends', withdrawn_on)) AS d(kind, day)
  WHERE organization_id = $1 AND NOT is_planned AND d.day >= $2::date
  UNION ALL SELECT 'assessment_ends', id::text, plan ->> 'finishedOn', left(title, ${LONGEST_TITLE}), '', NULL
  FROM assessments WHERE organization_id = $1 AND id = $3 AND state = 'open'
    AND plan ->> 'finishedOn' >= $2::text
  ORDER BY 3, 1, 2 LIMIT ${MOST_DATES}`;

/** Works on the tables of figures by SQL: they are written as a whole, and where a newer reading is there not at all. */
@Injectable()
export class FiguresRepository {
  async reading(manager: EntityManager, { organizationId }: Tenant): Promise<Reading> {
    const [row] = await queryRows<Reading>(
      manager,
      `SELECT clock_timestamp()::text AS "readAt", coalesce(e.id, 0)::text AS "seenEvent",
         coalesce(e.recorded_at, '-infinity')::text AS "seenAt"
       FROM (VALUES (1)) AS one LEFT JOIN LATERAL (SELECT id, recorded_at FROM audit_events
         WHERE organization_id = $1 ORDER BY id DESC LIMIT 1) e ON true`,
      [organizationId],
    );
    if (!row) throw new Error('a reading has a time');
    return row;
  }

  /** The earliest first. */
  dates(
    manager: EntityManager,
    { organizationId }: Tenant,
    day: string,
    assessmentId: string | null,
  ): Promise<DueDate[]> {
    return queryRows<DueDate>(manager, DUE_DATES, [organizationId, day, assessmentId]);
  }

  /** Writes all of it, unless a newer reading has been written. */
  async write(manager: EntityManager, tenant: Tenant, found: FoundFigures): Promise<void> {
    if (!(await this.writeFigures(manager, tenant, found))) return;
    await this.writeDates(manager, tenant, found.dates);
    await this.writeMonth(manager, tenant, found);
  }

  private async writeFigures(
    manager: EntityManager,
    { organizationId }: Tenant,
    { reading, parts, movesOn }: FoundFigures,
  ): Promise<boolean> {
    const json = (value: unknown): string | null => (value === null ? null : JSON.stringify(value));
    const rows = await queryRows(
      manager,
      `INSERT INTO organization_figures AS f (organization_id, read_at, seen_event, seen_at, moves_on,
         profile, system, register, assessment, improvements, dossier, active_at)
       SELECT $1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11,
         (SELECT coalesce(jsonb_object_agg(area, at), '{}') FROM (
           SELECT $12::jsonb ->> e.action AS area, max(e.recorded_at) AS at FROM audit_events e
           WHERE e.organization_id = $1 AND $12::jsonb ? e.action
             AND e.id > coalesce((SELECT seen_event FROM organization_figures WHERE organization_id = $1), 0)
             AND e.id <= $3::bigint
           GROUP BY 1) done)
       ON CONFLICT (organization_id) DO UPDATE SET read_at = EXCLUDED.read_at,
         seen_event = EXCLUDED.seen_event, seen_at = EXCLUDED.seen_at, moves_on = EXCLUDED.moves_on,
         profile = EXCLUDED.profile, system = EXCLUDED.system, register = EXCLUDED.register,
         assessment = EXCLUDED.assessment, improvements = EXCLUDED.improvements,
         dossier = EXCLUDED.dossier, active_at = f.active_at || EXCLUDED.active_at
       WHERE f.read_at < EXCLUDED.read_at RETURNING 1`,
      [
        organizationId,
        reading.readAt,
        reading.seenEvent,
        reading.seenAt,
        movesOn,
        json(parts.profile),
        json(parts.system),
        json(parts.register),
        json(parts.assessment),
        json(parts.improvements),
        json(parts.dossier),
        AREA_OF_ACTIONS,
      ],
    );
    return rows.length > 0;
  }

  private async writeDates(
    manager: EntityManager,
    { organizationId }: Tenant,
    dates: readonly DueDate[],
  ): Promise<void> {
    await manager.query('DELETE FROM organization_due_dates WHERE organization_id = $1', [
      organizationId,
    ]);
    await manager.query(
      `INSERT INTO organization_due_dates (organization_id, kind, subject_id, area, due_on, title, owner, number)
       SELECT $1, d.kind, d."subjectId", $3::jsonb ->> d.kind, d."dueOn", d.title, d.owner, d.number
       FROM jsonb_to_recordset($2) AS d(kind text, "subjectId" text, "dueOn" date, title text,
         owner text, number integer)`,
      [organizationId, JSON.stringify(dates), JSON.stringify(DUE_AREAS)],
    );
  }

  private async writeMonth(
    manager: EntityManager,
    { organizationId }: Tenant,
    { reading, parts, month, ofMonth }: FoundFigures,
  ): Promise<void> {
    await manager.query(
      `INSERT INTO organization_figure_months (organization_id, month, read_at, assessment, overdue, expired)
       VALUES ($1, $2, $3, $4, $5, $6)
       ON CONFLICT (organization_id, month) DO UPDATE SET read_at = EXCLUDED.read_at,
         assessment = EXCLUDED.assessment, overdue = EXCLUDED.overdue, expired = EXCLUDED.expired`,
      [
        organizationId,
        month,
        reading.readAt,
        ofMonth && JSON.stringify(ofMonth),
        parts.improvements.overdue,
        parts.register.expired,
      ],
    );
  }
}
