import type { OrganizationKind } from '@liangxing/contracts';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { RequestContext } from '../../kernel';
import type { Organization } from './organization';

@Injectable()
export class OrganizationsRepository {
  /** Also makes its empty profile and its first owner. */
  async insert(
    manager: EntityManager,
    organization: { id: string; name: string; isSample: boolean; ownerId: string },
  ): Promise<void> {
    const { id, name, isSample, ownerId } = organization;
    await manager.query('INSERT INTO organizations (id, name, is_sample) VALUES ($1, $2, $3)', [
      id,
      name,
      isSample,
    ]);
    await manager.query(
      `INSERT INTO memberships (organization_id, user_id, role) VALUES ($1, $2, 'owner')`,
      [id, ownerId],
    );
    await manager.query(
      'INSERT INTO enterprise_profiles (organization_id, profile) VALUES ($1, $2)',
      [id, JSON.stringify({ name })],
    );
  }

  async find(
    manager: EntityManager,
    context: Pick<RequestContext, 'organizationId' | 'role'>,
  ): Promise<Organization | null> {
    const [row] = await manager.query<
      { id: string; kind: OrganizationKind; name: string; is_sample: boolean; created_at: Date }[]
    >('SELECT id, kind, name, is_sample, created_at FROM organizations WHERE id = $1', [
      context.organizationId,
    ]);
    if (!row) return null;
    return {
      id: row.id,
      kind: row.kind,
      name: row.name,
      isSample: row.is_sample,
      role: context.role,
      createdAt: row.created_at.toISOString(),
    };
  }

  async rename(manager: EntityManager, organizationId: string, name: string): Promise<void> {
    await manager.query('UPDATE organizations SET name = $2 WHERE id = $1 AND name <> $2', [
      organizationId,
      name,
    ]);
  }
}
