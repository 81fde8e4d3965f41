import { Injectable } from '@nestjs/common';
import {
  Audit,
  notFound,
  TenantDatabase,
  versionConflict,
  type RequestContext,
} from '../../../kernel';
import type { Assessor, Competence } from '../assessor';
import { AssessorsRepository } from '../assessors.repository';

/** What a member of a body may evaluate. */
@Injectable()
export class KeepAssessor {
  constructor(
    private readonly database: TenantDatabase,
    private readonly assessors: AssessorsRepository,
    private readonly audit: Audit,
  ) {}

  /**
   * @param version that the person has seen; 0 where nothing was written
   * @throws ProblemError not_found where nobody of this id is a member, version_conflict with what is stored
   */
  execute(
    context: RequestContext,
    userId: string,
    version: number,
    competence: Competence,
  ): Promise<Assessor> {
    return this.database.transaction(context, async (manager) => {
      const before = await this.assessors.find(manager, context, userId);
      if (before === null) throw notFound();
      if (!(await this.assessors.write(manager, context, userId, version, competence)))
        throw versionConflict(await this.assessors.find(manager, context, userId));
      const subject = { type: 'member', id: userId };
      await this.audit.record(manager, context, 'assessor.changed', subject, { name: before.name });
      return (await this.assessors.find(manager, context, userId)) ?? before;
    });
  }
}
