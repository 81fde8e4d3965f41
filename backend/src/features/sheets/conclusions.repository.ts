import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { writeVersion, type RequestContext } from '../../kernel';
import { CaseConclusionEntity } from './entities/case-conclusion.entity';
import type { Conclusion, ConclusionFields } from './sheet';

type Tenant = Pick<RequestContext, 'organizationId'>;

const EMPTY: Conclusion = {
  ...{ version: 0, summary: '', strengths: '', improvements: '', recommendation: null, grade: '' },
  ...{ updatedAt: null, updatedByName: '' },
};

/** What teams come to, as far as it is written. */
@Injectable()
export class ConclusionsRepository {
  /** An empty one where nothing is written yet. */
  async find(
    manager: EntityManager,
    { organizationId }: Tenant,
    caseId: string,
  ): Promise<Conclusion> {
    const found = await manager.findOneBy(CaseConclusionEntity, { organizationId, caseId });
    return found ?? EMPTY;
  }

  /** @returns false where another version is stored */
  write(
    manager: EntityManager,
    { organizationId, userName }: Pick<RequestContext, 'organizationId' | 'userName'>,
    { caseId, version }: { readonly caseId: string; readonly version: number },
    fields: ConclusionFields,
  ): Promise<boolean> {
    const place = { organizationId, caseId, version };
    const by = { updatedByName: userName, updatedAt: () => 'now()' };
    return writeVersion(manager, CaseConclusionEntity, place, { ...fields, ...by });
  }
}
