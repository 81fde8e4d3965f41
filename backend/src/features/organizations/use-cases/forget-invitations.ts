import { Injectable } from '@nestjs/common';
import {
  HandlesJob,
  jobKind,
  PlatformDatabase,
  TenantDatabase,
  type JobData,
  type JobHandler,
} from '../../../kernel';
import { InvitationsRepository } from '../members/invitations.repository';

/** Addresses of people who never came are not kept. */
export const FORGET_INVITATIONS = jobKind<JobData>('organizations.forget-invitations', {
  everyMinutes: 24 * 60,
});

@Injectable()
@HandlesJob(FORGET_INVITATIONS)
export class ForgetInvitations implements JobHandler<JobData> {
  constructor(
    private readonly database: TenantDatabase,
    private readonly platform: PlatformDatabase,
    private readonly invitations: InvitationsRepository,
  ) {}

  organizationsWithWork(): Promise<string[]> {
    return this.platform.organizations('app.organizations_with_expired_invitations()');
  }

  async handle({ context }: JobData): Promise<void> {
    await this.database.transaction(context, (manager) =>
      this.invitations.forgetExpired(manager, context),
    );
  }
}
