import { Injectable } from '@nestjs/common';
import { FOUNDING, type OrganizationKind, type OrganizationState } from '@liangxing/contracts';
import { LessThan, Not, type EntityManager } from 'typeorm';
import { queryRows, type RequestContext } from '../../kernel';
import { EnterpriseProfileEntity } from './entities/enterprise-profile.entity';
import { MembershipEntity } from './entities/membership.entity';
import { OrganizationEntity } from './entities/organization.entity';
import type { Organization } from './organization';

interface NewOrganization {
  readonly id: string;
  readonly kind: OrganizationKind;
  readonly name: string;
  readonly isSample: boolean;
  readonly creditCode: string | null;
  /** Of an enterprise: how its profile begins. */
  readonly profileCode?: string | null;
  readonly founderId: string;
}

type Tenant = Pick<RequestContext, 'organizationId'>;

interface Addressee {
  readonly userId: string;
  readonly email: string;
  readonly organizationName: string;
}

@Injectable()
export class OrganizationsRepository {
  /** Also makes who founds it its first member, and the empty profile of an enterprise. */
  async insert(manager: EntityManager, organization: NewOrganization): Promise<void> {
    const { id, kind, name, isSample, creditCode, profileCode, founderId } = organization;
    const { begins, founder } = FOUNDING[kind];
    if (begins === null) throw new Error(`nobody founds an organization of kind ${kind}`);
    await manager.insert(OrganizationEntity, {
      ...{ id, kind, name, isSample, creditCode },
      state: begins,
    });
    await manager.insert(MembershipEntity, {
      organizationId: id,
      organizationKind: kind,
      userId: founderId,
      role: founder,
    });
    if (kind === 'enterprise')
      await manager.insert(EnterpriseProfileEntity, {
        organizationId: id,
        profile: { name, ...(profileCode ? { creditCode: profileCode } : {}) },
      });
  }

  isOpen(manager: EntityManager, id: string): Promise<boolean> {
    return manager.existsBy(OrganizationEntity, { id, state: 'open' });
  }

  async find(
    manager: EntityManager,
    context: Pick<RequestContext, 'organizationId' | 'role'>,
  ): Promise<Organization | null> {
    const row = await manager.findOneBy(OrganizationEntity, { id: context.organizationId });
    if (row === null) return null;
    return {
      id: row.id,
      kind: row.kind,
      name: row.name,
      state: row.state,
      isSample: row.isSample,
      role: context.role,
      createdAt: row.createdAt.toISOString(),
    };
  }

  /**
   * Takes it on to tell a decision; whoever comes second, or with an older one, has nothing left to tell.
   * @param version of the organization after the decision
   */
  async noteTold(manager: EntityManager, id: string, version: number): Promise<boolean> {
    const { affected } = await manager.update(
      OrganizationEntity,
      { id, toldVersion: LessThan(version) },
      { toldVersion: version },
    );
    return affected === 1;
  }

  /**
   * Its people, and where they are reached. SQL joins two rooms.
   * @param who all of them, or those who lead it as its founder did
   */
  async addressees(
    manager: EntityManager,
    organizationId: string,
    who: 'all' | 'leaders',
  ): Promise<Addressee[]> {
    const { kind } = await manager.findOneByOrFail(OrganizationEntity, { id: organizationId });
    return queryRows<Addressee>(
      manager,
      `SELECT u.id AS "userId", u.email, o.name AS "organizationName" FROM memberships m
         JOIN users u ON u.id = m.user_id JOIN organizations o ON o.id = m.organization_id
       WHERE m.organization_id = $1 AND ($2::text IS NULL OR m.role = $2) ORDER BY u.email`,
      [organizationId, who === 'all' ? null : FOUNDING[kind].founder],
    );
  }

  /** Null: there is none of this id. */
  async stateOf(manager: EntityManager, id: string): Promise<OrganizationState | null> {
    const found = await manager.findOne(OrganizationEntity, {
      select: { id: true, state: true },
      where: { id },
    });
    return found?.state ?? null;
  }

  async nameOf(manager: EntityManager, { organizationId: id }: Tenant): Promise<string> {
    return (await manager.findOneByOrFail(OrganizationEntity, { id })).name;
  }

  /** @returns false where it was so before */
  async setSecondFactor(
    manager: EntityManager,
    id: string,
    requiresSecondFactor: boolean,
  ): Promise<boolean> {
    const { affected } = await manager.update(
      OrganizationEntity,
      { id, requiresSecondFactor: !requiresSecondFactor },
      { requiresSecondFactor },
    );
    return affected === 1;
  }

  async rename(manager: EntityManager, organizationId: string, name: string): Promise<void> {
    await manager.update(OrganizationEntity, { id: organizationId, name: Not(name) }, { name });
  }
}

/** Whether everything that is printed for it must say that it is a sample. */
export function isSampleOrganization(
  manager: EntityManager,
  { organizationId }: Pick<RequestContext, 'organizationId'>,
): Promise<boolean> {
  return manager.existsBy(OrganizationEntity, { id: organizationId, isSample: true });
}
