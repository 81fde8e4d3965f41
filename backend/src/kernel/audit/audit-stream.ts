import { PLATFORM_ACTIONS, type PlatformPart } from '@liangxing/contracts';

/**
 * One event as text: what a seal is the hash of. Made by the database, so that sealing and verifying agree. A line says
 * by whose grant it was done where there was one; lines of before grants read as they did.
 */
const LINE = `json_build_array(e.id, to_char(e.recorded_at AT TIME ZONE 'UTC',
    'YYYY-MM-DD"T"HH24:MI:SS.US"Z"'), e.actor_id, e.actor_name, e.action, e.subject_type,
    e.subject_id, e.details, e.correlation_id)::text`;

/** A chain of lines, sealed one batch after the other: of an organization, or of a part of the platform. */
export interface AuditStream {
  /** Whose chain: an organization's id, or the name of a part. */
  readonly id: string;
  readonly events: string;
  readonly seals: string;
  readonly sealed: string;
  /** Column of all three tables that holds `id`. */
  readonly key: string;
  /** SQL: one event `e` as text. */
  readonly text: string;
}

/** The chain of an organization; its rows are visible inside that tenant's transaction only. */
export const organizationStream = (organizationId: string): AuditStream => ({
  id: organizationId,
  events: 'audit_events',
  seals: 'audit_seals',
  sealed: 'audit_sealed_events',
  key: 'organization_id',
  text: `${LINE}
    || CASE WHEN e.grant_id IS NULL THEN '' ELSE json_build_array(e.acting_id, e.grant_id)::text END`,
});

/** The chain of what belongs to no organization. */
const platformStream = (part: PlatformPart): AuditStream => ({
  id: part,
  events: 'platform_events',
  seals: 'platform_seals',
  sealed: 'platform_sealed_events',
  key: 'part',
  text: LINE,
});

export const PLATFORM_STREAMS: readonly AuditStream[] = (
  Object.keys(PLATFORM_ACTIONS) as PlatformPart[]
).map(platformStream);
