import { Injectable } from '@nestjs/common';
import {
  ORGANIZATION_QUOTAS,
  type AuditAction,
  type Move,
  type OrganizationKind,
  type OrganizationQuota,
  type OrganizationState,
} from '@liangxing/contracts';
import type { EntityManager } from 'typeorm';
import { queryRows, Quotas, type RequestContext } from '../../../kernel';
import type { StoredDocument } from '../../organizations';
import type {
  ListedOrganization,
  OrganizationFilter,
  PlatformOrganization,
} from './platform-organization';

interface OrganizationRow {
  readonly id: string;
  readonly kind: OrganizationKind;
  readonly name: string;
  readonly credit_code: string | null;
  readonly state: OrganizationState;
  readonly state_reason: string;
  readonly state_since: Date;
  readonly created_at: Date;
  readonly version: number;
  readonly is_sample: boolean;
  readonly members: string;
}

interface FiguresRow extends OrganizationRow {
  readonly clients: string;
  readonly evidence_files: string;
  readonly evidence_bytes: string;
}

interface DocumentRow {
  readonly id: string;
  readonly file_name: string;
  readonly media_type: string;
  readonly size: string;
  readonly sha256: string;
  readonly storage_key: string;
  readonly uploaded_at: Date;
  readonly uploaded_by_name: string;
}

/** One change of an organization by the platform. */
interface Change {
  readonly id: string;
  /** The version that was seen. */
  readonly version: number;
  /** What its own trail says. */
  readonly action: AuditAction;
}

/** SQL: an administrator enters no tenant, and reaches organizations through the narrow functions of the database alone. */
@Injectable()
export class PlatformOrganizationsRepository {
  constructor(private readonly quotas: Quotas) {}

  /** Those that wait first, then the newest. */
  async list(
    manager: EntityManager,
    { search, kind, state }: OrganizationFilter,
    most: number,
    skipped: number,
  ): Promise<{ readonly organizations: ListedOrganization[]; readonly total: number }> {
    const found = (limit: number, offset: number) =>
      queryRows<OrganizationRow & { readonly total: string }>(
        manager,
        'SELECT * FROM app.platform_organizations($1, $2, $3, $4, $5)',
        [search?.trim() ?? '', kind ?? null, state ?? null, limit, offset],
      );
    const rows = await found(most, skipped);
    // Each row tells how many there are; past the last one the first is asked.
    const [one] = rows.length === 0 && skipped > 0 ? await found(1, 0) : rows;
    return { organizations: rows.map(listed), total: Number(one?.total ?? 0) };
  }

  async find(manager: EntityManager, id: string): Promise<PlatformOrganization | null> {
    const [row] = await queryRows<FiguresRow>(
      manager,
      'SELECT * FROM app.platform_organization($1)',
      [id],
    );
    if (!row) return null;
    const own = await queryRows<{ name: OrganizationQuota; most: string }>(
      manager,
      'SELECT * FROM app.platform_quotas($1)',
      [id],
    );
    const ownByName = new Map(own.map(({ name, most }) => [name, Number(most)]));
    return {
      ...listed(row),
      clients: Number(row.clients),
      evidenceFiles: Number(row.evidence_files),
      evidenceBytes: Number(row.evidence_bytes),
      documents: await this.documents(manager, id),
      limits: ORGANIZATION_QUOTAS.map((name) => ({
        name,
        own: ownByName.get(name) ?? null,
        usual: this.quotas.limitOf(name),
      })),
    };
  }

  async documents(manager: EntityManager, id: string): Promise<StoredDocument[]> {
    const rows = await queryRows<DocumentRow>(manager, 'SELECT * FROM app.platform_documents($1)', [
      id,
    ]);
    return rows.map((row) => ({
      id: row.id,
      fileName: row.file_name,
      mediaType: row.media_type,
      size: Number(row.size),
      sha256: row.sha256,
      storageKey: row.storage_key,
      uploadedAt: row.uploaded_at.toISOString(),
      uploadedByName: row.uploaded_by_name,
    }));
  }

  /** @returns the version that it has now; null where another one than was seen is stored, or the move begins elsewhere */
  async move(
    manager: EntityManager,
    { userId, userName, correlationId }: RequestContext,
    { id, version, action }: Change,
    { from, to }: Move<OrganizationState>,
    reason: string,
  ): Promise<number | null> {
    const [row] = await queryRows<{ version: number | null }>(
      manager,
      'SELECT app.platform_move($1, $2, $3, $4, $5, $6, $7, $8, $9) AS version',
      [id, version, from, to, reason, userId, userName, action, correlationId],
    );
    return row?.version ?? null;
  }

  /**
   * Back to what it was before its owner closed it.
   * @returns as `move`; null too where its time is over
   */
  async restore(
    manager: EntityManager,
    { userId, userName, correlationId }: RequestContext,
    { id, version, action }: Change,
    reason: string,
  ): Promise<number | null> {
    const [row] = await queryRows<{ version: number | null }>(
      manager,
      'SELECT app.platform_restore($1, $2, $3, $4, $5, $6, $7) AS version',
      [id, version, reason, userId, userName, action, correlationId],
    );
    return row?.version ?? null;
  }

  /**
   * @param quotas all of its own
   * @returns false where another version than was seen is stored
   */
  async setQuotas(
    manager: EntityManager,
    { userId, userName, correlationId }: RequestContext,
    { id, version, action }: Change,
    quotas: Readonly<Partial<Record<OrganizationQuota, number>>>,
  ): Promise<boolean> {
    const [row] = await queryRows<{ version: number | null }>(
      manager,
      'SELECT app.platform_set_quotas($1, $2, $3, $4, $5, $6, $7) AS version',
      [id, version, JSON.stringify(quotas), userId, userName, action, correlationId],
    );
    return typeof row?.version === 'number';
  }
}

function listed(row: OrganizationRow): ListedOrganization {
  return {
    id: row.id,
    kind: row.kind,
    name: row.name,
    creditCode: row.credit_code,
    state: row.state,
    reason: row.state_reason,
    since: row.state_since.toISOString(),
    foundedAt: row.created_at.toISOString(),
    isSample: row.is_sample,
    members: Number(row.members),
    version: row.version,
  };
}
