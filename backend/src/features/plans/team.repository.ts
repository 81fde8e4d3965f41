import type { IndependenceConflict, TeamRole } from '@liangxing/contracts';
import { Injectable } from '@nestjs/common';
import { IsNull, type EntityManager } from 'typeorm';
import { insertNew, queryRows, type RequestContext } from '../../kernel';
import { CaseTeamEntity } from './entities/case-team.entity';
import { CaseTeamTermEntity } from './entities/case-team-term.entity';
import type { FormerMember, TeamMember } from './team';

type Tenant = Pick<RequestContext, 'organizationId'>;

/** Every question to the teams of cases. SQL calls the narrow function that knows relations to enterprises. */
@Injectable()
export class TeamRepository {
  /** All who are or were in the team of a case, by when they came. */
  list(manager: EntityManager, { organizationId }: Tenant, caseId: string): Promise<TeamMember[]> {
    return manager.find(CaseTeamEntity, {
      where: { organizationId, caseId },
      order: { addedAt: 'ASC', userId: 'ASC' },
    });
  }

  /** Those who belong to it now. */
  async now(manager: EntityManager, tenant: Tenant, caseId: string): Promise<TeamMember[]> {
    return (await this.list(manager, tenant, caseId)).filter(({ removedAt }) => removedAt === null);
  }

  /** All times that are over, by when they ended: of who left, and of who came back since. */
  async former(manager: EntityManager, tenant: Tenant, caseId: string): Promise<FormerMember[]> {
    const { organizationId } = tenant;
    const before = await manager.findBy(CaseTeamTermEntity, { organizationId, caseId });
    const gone = (await this.list(manager, tenant, caseId)).flatMap((member) =>
      member.removedAt === null ? [] : [{ ...member, removedAt: member.removedAt }],
    );
    return [...before, ...gone].sort(
      (one, other) => one.removedAt.getTime() - other.removedAt.getTime(),
    );
  }

  /** In the turn of the case; who left it before comes back, and that they were there before stays. */
  async add(
    manager: EntityManager,
    { organizationId, userName }: Tenant & Pick<RequestContext, 'userName'>,
    caseId: string,
    { userId, name, role }: Pick<TeamMember, 'userId' | 'name' | 'role'>,
  ): Promise<void> {
    const place = { organizationId, caseId, userId };
    const values = { name, role, addedByName: userName };
    if (await insertNew(manager, CaseTeamEntity, { ...place, ...values })) return;
    const old = await manager.findOneByOrFail(CaseTeamEntity, place);
    if (old.removedAt !== null) {
      const number = 1 + (await manager.countBy(CaseTeamTermEntity, place));
      const term = { name: old.name, role: old.role, addedAt: old.addedAt };
      const ended = { addedByName: old.addedByName, removedAt: old.removedAt };
      await manager.insert(CaseTeamTermEntity, { ...place, number, ...term, ...ended });
    }
    const back = { ...values, addedAt: () => 'now()', removedAt: null };
    await manager.update(CaseTeamEntity, place, back);
  }

  /** @returns false where nobody of this id is in the team now */
  async remove(
    manager: EntityManager,
    { organizationId }: Tenant,
    caseId: string,
    userId: string,
  ): Promise<boolean> {
    const place = { organizationId, caseId, userId, removedAt: IsNull() };
    const { affected } = await manager.update(CaseTeamEntity, place, { removedAt: () => 'now()' });
    return affected === 1;
  }

  /** Who leads the team now; null: nobody. */
  async lead(
    manager: EntityManager,
    { organizationId }: Tenant,
    caseId: string,
  ): Promise<TeamMember | null> {
    const role: TeamRole = 'lead';
    const where = { organizationId, caseId, role, removedAt: IsNull() };
    return manager.findOneBy(CaseTeamEntity, where);
  }

  /**
   * What the product itself knows between a member of this body and the enterprise of its case, within three years;
   * nothing of people who are no members, and of cases of others.
   */
  async relations(
    manager: EntityManager,
    caseId: string,
    userId: string,
  ): Promise<IndependenceConflict[]> {
    const rows = await queryRows<{ kind: IndependenceConflict }>(
      manager,
      'SELECT kind FROM app.relations_to_enterprise($1, $2) AS kind',
      [caseId, userId],
    );
    return rows.map(({ kind }) => kind);
  }
}
