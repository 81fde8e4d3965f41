import { Injectable } from '@nestjs/common';
import { Audit, TenantDatabase, versionConflict, type RequestContext } from '../../../kernel';
import { BodiesRepository } from '../bodies.repository';
import type { BodyFacts, BodyProfile } from '../body';

/** What a body says of itself, and whether it takes applications. */
@Injectable()
export class KeepProfile {
  constructor(
    private readonly database: TenantDatabase,
    private readonly bodies: BodiesRepository,
    private readonly audit: Audit,
  ) {}

  /**
   * @param version that the person has seen; 0 where nothing was written
   * @throws ProblemError version_conflict with what is stored
   */
  execute(context: RequestContext, version: number, facts: BodyFacts): Promise<BodyProfile> {
    return this.database.transaction(context, async (manager) => {
      if (!(await this.bodies.write(manager, context, version, facts)))
        throw versionConflict(await this.bodies.profile(manager, context));
      const subject = { type: 'body', id: context.organizationId };
      await this.audit.record(manager, context, 'body.changed', subject, {
        isAccepting: facts.isAccepting,
      });
      return { ...facts, version: version + 1 };
    });
  }
}
