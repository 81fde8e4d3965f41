import { Injectable } from '@nestjs/common';
import { canChangeApplication } from '@liangxing/contracts';
import type { EntityManager } from 'typeorm';
import {
  Audit,
  changedFields,
  PlatformAudit,
  ProblemError,
  TenantDatabase,
  versionConflict,
  type RequestContext,
} from '../../../kernel';
import type { Application } from '../application/application';
import { ApplicationDto } from '../application/application.dto';
import { ApplicationsRepository } from '../application/applications.repository';
import { requiredCreditCode } from '../application/required-credit-code';

/** What an applicant changes while the platform has not decided, or after it refused. */
@Injectable()
export class ChangeApplication {
  constructor(
    private readonly database: TenantDatabase,
    private readonly applications: ApplicationsRepository,
    private readonly audit: Audit,
    private readonly platform: PlatformAudit,
  ) {}

  /** @throws ProblemError validation_failed, application_closed, version_conflict */
  change(
    context: RequestContext,
    version: number,
    command: { readonly name: string; readonly creditCode: string },
  ): Promise<Application> {
    const creditCode = requiredCreditCode(command.creditCode);
    const name = command.name.trim();
    return this.database.transaction(context, async (manager) => {
      const before = await this.requireChangeable(manager, context);
      const changed = { name, creditCode };
      await this.put(manager, context, version, changed);
      const subject = { type: 'organization', id: context.organizationId };
      await this.audit.record(manager, context, 'application.changed', subject, {
        fields: changedFields(before, changed),
      });
      return this.applications.find(manager, context);
    });
  }

  /**
   * Asks again after a refusal.
   * @throws ProblemError organization_moved where it was not refused; version_conflict, application_closed where
   *   somebody was faster
   */
  handIn(context: RequestContext, version: number): Promise<Application> {
    return this.database.transaction(context, async (manager) => {
      const stored = await this.applications.find(manager, context);
      if (stored.state !== 'refused')
        throw new ProblemError('organization_moved', {}, { current: ApplicationDto.of(stored) });
      await this.put(manager, context, version, { ...stored, isHandedIn: true });
      const subject = { type: 'organization', id: context.organizationId };
      await this.audit.record(manager, context, 'organizations.resubmitted', subject);
      await this.platform.record(manager, context, 'organization.resubmitted', subject);
      return this.applications.find(manager, context);
    });
  }

  /**
   * Before its documents change: whoever decides sees that they are others.
   * @throws ProblemError application_closed, version_conflict where somebody was faster
   */
  async touch(manager: EntityManager, context: RequestContext): Promise<void> {
    const stored = await this.requireChangeable(manager, context);
    await this.put(manager, context, stored.version, stored);
  }

  /**
   * As it is stored; also before a long way, which would end at the same refusal.
   * @throws ProblemError application_closed
   */
  async requireChangeable(manager: EntityManager, context: RequestContext): Promise<Application> {
    const stored = await this.applications.find(manager, context);
    if (canChangeApplication(stored.state)) return stored;
    throw new ProblemError('application_closed', {}, { current: ApplicationDto.of(stored) });
  }

  private async put(
    manager: EntityManager,
    context: RequestContext,
    version: number,
    changed: Pick<Application, 'name' | 'creditCode'> & { readonly isHandedIn?: boolean },
  ): Promise<void> {
    const { name, creditCode, isHandedIn = false } = changed;
    if (await this.applications.change(manager, { version, name, creditCode, isHandedIn })) return;
    throw versionConflict(ApplicationDto.of(await this.requireChangeable(manager, context)));
  }
}
