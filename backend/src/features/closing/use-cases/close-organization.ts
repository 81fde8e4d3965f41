import { Injectable } from '@nestjs/common';
import { canClose, type AuditAction, type PlatformAction } from '@liangxing/contracts';
import type { EntityManager } from 'typeorm';
import {
  Audit,
  jobContextOf,
  JobQueue,
  PlatformAudit,
  ProblemError,
  TenantDatabase,
  validationFailed,
  versionConflict,
  type RequestContext,
} from '../../../kernel';
import { ApplicationDto, ApplicationsRepository, type Application } from '../../organizations';
import { TELL_DECISION } from '../../platform';
import { ClosingRepository } from '../closing.repository';

interface OwnMove {
  readonly move: 'close' | 'restore';
  readonly own: AuditAction;
  readonly platform: PlatformAction;
}

const CLOSE = {
  move: 'close',
  own: 'organizations.closed',
  platform: 'organization.closed',
} as const satisfies OwnMove;
const RESTORE = {
  move: 'restore',
  own: 'organizations.restored',
  platform: 'organization.restored',
} as const satisfies OwnMove;

/** An owner ends an organization, or takes that back in time; its people are told by mail, and both trails say so. */
@Injectable()
export class CloseOrganization {
  constructor(
    private readonly database: TenantDatabase,
    private readonly applications: ApplicationsRepository,
    private readonly closing: ClosingRepository,
    private readonly audit: Audit,
    private readonly platform: PlatformAudit,
    private readonly jobs: JobQueue,
  ) {}

  /**
   * @param version on which it was decided
   * @param typedName the name of the organization as it was typed to confirm
   * @throws ProblemError validation_failed (another name), organization_moved, version_conflict
   */
  close(context: RequestContext, version: number, typedName: string): Promise<Application> {
    return this.database.transaction(context, async (manager) => {
      const seen = await this.applications.find(manager, context);
      if (!canClose(seen.state)) throw moved(seen);
      if (typedName.trim() !== seen.name.trim())
        throw validationFailed({ path: 'name', code: 'not_the_name' });
      const reached = await this.closing.close(manager, version, context.userName);
      return this.told(manager, context, CLOSE, reached);
    });
  }

  /** @throws ProblemError organization_moved (it is not closing, or its time is over), version_conflict */
  restore(context: RequestContext, version: number): Promise<Application> {
    return this.database.transaction(context, async (manager) => {
      const seen = await this.applications.find(manager, context);
      if (seen.state !== 'closing') throw moved(seen);
      const reached = await this.closing.restore(manager, version);
      if (reached === null && seen.version === version) throw moved(seen);
      return this.told(manager, context, RESTORE, reached);
    });
  }

  private async told(
    manager: EntityManager,
    context: RequestContext,
    { move, own, platform }: OwnMove,
    reached: number | null,
  ): Promise<Application> {
    const current = await this.applications.find(manager, context);
    if (reached === null) throw versionConflict(ApplicationDto.of(current));
    const subject = { type: 'organization', id: context.organizationId };
    await this.audit.record(manager, context, own, subject);
    await this.platform.record(manager, context, platform, subject);
    await this.jobs.enqueue(manager, TELL_DECISION, {
      ...{ context: jobContextOf(context), move, reason: '', version: reached },
    });
    return current;
  }
}

function moved(current: Application): ProblemError {
  return new ProblemError('organization_moved', {}, { current: ApplicationDto.of(current) });
}
