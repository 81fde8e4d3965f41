import { Injectable } from '@nestjs/common';
import {
  needsReason,
  ORGANIZATION_MOVES,
  platformMovesFrom,
  type AuditAction,
  type PlatformAction,
  type PlatformMove,
} from '@liangxing/contracts';
import {
  JobQueue,
  notFound,
  PlatformAudit,
  PlatformDatabase,
  ProblemError,
  validationFailed,
  versionConflict,
  type RequestContext,
} from '../../../kernel';
import type { PlatformOrganization } from '../organizations/platform-organization';
import { PlatformOrganizationDto } from '../organizations/platform-organization.dto';
import { PlatformOrganizationsRepository } from '../organizations/platform-organizations.repository';
import { TELL_DECISION } from './tell-decision';

/** What the two trails say of each move. */
const TOLD: Readonly<
  Record<PlatformMove, { readonly own: AuditAction; readonly platform: PlatformAction }>
> = {
  approve: { own: 'organizations.approved', platform: 'organization.approved' },
  refuse: { own: 'organizations.refused', platform: 'organization.refused' },
  suspend: { own: 'organizations.suspended', platform: 'organization.suspended' },
  reopen: { own: 'organizations.reopened', platform: 'organization.reopened' },
  restore: { own: 'organizations.restored', platform: 'organization.restored' },
};

interface MoveCommand {
  readonly move: PlatformMove;
  /** For the people of the organization; empty where the move needs none. */
  readonly reason: string;
  /** The version on which it was decided. */
  readonly version: number;
}

/** Opens, refuses, suspends, opens again, and restores what an owner closed; the organization is told in its trail and by mail. */
@Injectable()
export class MoveOrganization {
  constructor(
    private readonly database: PlatformDatabase,
    private readonly organizations: PlatformOrganizationsRepository,
    private readonly audit: PlatformAudit,
    private readonly jobs: JobQueue,
  ) {}

  /**
   * @throws ProblemError not_found, validation_failed (a reason is missing), organization_moved, version_conflict,
   *   application_incomplete
   */
  execute(
    context: RequestContext,
    id: string,
    command: MoveCommand,
  ): Promise<PlatformOrganization> {
    const { move, version } = command;
    const reason = needsReason(move) ? command.reason.trim() : '';
    if (needsReason(move) && reason === '')
      throw validationFailed({ path: 'reason', code: 'required' });
    return this.database.transaction(context.userId, async (manager) => {
      const seen = await this.organizations.find(manager, id);
      if (seen === null) throw notFound();
      requireMove(seen, move);
      const change = { id: seen.id, version, action: TOLD[move].own };
      const reached =
        move === 'restore'
          ? await this.organizations.restore(manager, context, change, reason)
          : await this.organizations.move(
              manager,
              context,
              change,
              ORGANIZATION_MOVES[move],
              reason,
            );
      const current = await this.organizations.find(manager, seen.id);
      if (current === null) throw notFound();
      if (reached === null) throw versionConflict(PlatformOrganizationDto.of(current));
      const subject = { type: 'organization', id: current.id };
      const details = reason === '' ? {} : { reason };
      await this.audit.record(manager, context, TOLD[move].platform, subject, details);
      const job = { userId: '', userName: '', organizationId: current.id };
      const { correlationId, language } = context;
      await this.jobs.enqueue(manager, TELL_DECISION, {
        context: { ...job, correlationId, language },
        ...{ move, reason, version: reached },
      });
      return current;
    });
  }
}

/** Before anything is written: whether the table knows the move, and whether there is something to decide on. */
function requireMove(seen: PlatformOrganization, move: PlatformMove): void {
  if (!platformMovesFrom(seen.state).includes(move))
    throw new ProblemError('organization_moved', {}, { current: PlatformOrganizationDto.of(seen) });
  if (move === 'approve' && (seen.creditCode === null || seen.documents.length === 0))
    throw new ProblemError('application_incomplete');
}
