import type { Relation } from '@liangxing/contracts';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { RequestContext } from '../../kernel';
import { CaseDeclarationEntity } from './entities/case-declaration.entity';
import type { Declaration } from './team';

type Tenant = Pick<RequestContext, 'organizationId'>;

/** What people of teams declared of themselves; nothing of it is ever changed. */
@Injectable()
export class DeclarationsRepository {
  /** The newest of each person, by id. */
  async newest(
    manager: EntityManager,
    { organizationId }: Tenant,
    caseId: string,
  ): Promise<ReadonlyMap<string, Declaration>> {
    const found = await manager.find(CaseDeclarationEntity, {
      where: { organizationId, caseId },
      order: { number: 'ASC' },
    });
    return new Map(found.map((one) => [one.userId, one]));
  }

  /** In the turn of the case. */
  async add(
    manager: EntityManager,
    { organizationId, userId }: Pick<RequestContext, 'organizationId' | 'userId'>,
    caseId: string,
    declared: { readonly relation: Relation; readonly text: string },
  ): Promise<void> {
    const place = { organizationId, caseId, userId };
    const number = 1 + (await manager.countBy(CaseDeclarationEntity, place));
    await manager.insert(CaseDeclarationEntity, { ...place, number, ...declared });
  }
}
