import { Injectable } from '@nestjs/common';
import type { Scheme } from '@liangxing/scheme';
import type { EntityManager } from 'typeorm';
import { queryRows } from '../../kernel/database/query-rows';
import { Quotas, type RequestContext } from '../../kernel';

type Tenant = Pick<RequestContext, 'organizationId'>;

/** Begins the id of every scheme that an organization entered itself; the database refuses it for shipped ones. */
export const OWN_PREFIX = 'own-';

export const isOwnId = (id: string): boolean => id.startsWith(OWN_PREFIX);

export interface OwnSchemeVersion {
  readonly id: string;
  readonly version: string;
  readonly number: number;
  /** Of the content, without its version. */
  readonly sha256: string;
  readonly fileName: string;
  readonly publishedAt: Date;
  readonly publishedBy: { readonly id: string; readonly name: string };
}

const columns = `id, version, number, sha256, file_name AS "fileName", published_at AS "publishedAt",
  jsonb_build_object('id', published_by, 'name', published_by_name) AS "publishedBy"`;

/** Every query on the schemes of an organization. A version is written once and never changed. */
@Injectable()
export class OwnSchemesRepository {
  constructor(private readonly quotas: Quotas) {}

  /** By id, newest first. */
  versions(manager: EntityManager, { organizationId }: Tenant): Promise<OwnSchemeVersion[]> {
    return queryRows(
      manager,
      `SELECT ${columns} FROM organization_schemes WHERE organization_id = $1
       ORDER BY id, number DESC`,
      [organizationId],
    );
  }

  async newest(
    manager: EntityManager,
    { organizationId }: Tenant,
    id: string,
  ): Promise<OwnSchemeVersion | null> {
    const rows = await queryRows<OwnSchemeVersion>(
      manager,
      `SELECT ${columns} FROM organization_schemes WHERE organization_id = $1 AND id = $2
       ORDER BY number DESC LIMIT 1`,
      [organizationId, id],
    );
    return rows[0] ?? null;
  }

  async document(
    manager: EntityManager,
    { organizationId }: Tenant,
    id: string,
    version: string,
  ): Promise<Scheme | null> {
    const rows = await queryRows<{ document: Scheme }>(
      manager,
      `SELECT document FROM organization_schemes
       WHERE organization_id = $1 AND id = $2 AND version = $3`,
      [organizationId, id, version],
    );
    return rows[0]?.document ?? null;
  }

  /** Until the transaction ends nobody else gives this scheme its next number. */
  async hold(manager: EntityManager, { organizationId }: Tenant, id: string): Promise<void> {
    await manager.query(`SELECT pg_advisory_xact_lock(hashtextextended($1, 0))`, [
      `organization_schemes ${organizationId} ${id}`,
    ]);
  }

  async insert(
    manager: EntityManager,
    { organizationId, userId, userName }: RequestContext,
    scheme: Scheme,
    { number, sha256, fileName }: Pick<OwnSchemeVersion, 'number' | 'sha256' | 'fileName'>,
  ): Promise<OwnSchemeVersion> {
    await this.quotas.require(manager, organizationId, 'schemes');
    const rows = await queryRows<OwnSchemeVersion>(
      manager,
      `INSERT INTO organization_schemes (organization_id, id, version, number, document, sha256,
         file_name, published_by, published_by_name)
       VALUES ($1, $2, $3, $4, $5::jsonb, $6, $7, $8, $9) RETURNING ${columns}`,
      [
        organizationId,
        scheme.id,
        scheme.version,
        number,
        JSON.stringify(scheme),
        sha256,
        fileName,
        userId,
        userName,
      ],
    );
    const [row] = rows;
    if (row === undefined) throw new Error('the statement returned no row');
    return row;
  }
}
