import { Injectable } from '@nestjs/common';
import type { AuditAction, AnyRole } from '@liangxing/contracts';
import type { EntityManager } from 'typeorm';
import { Audit, notFound, TenantDatabase, type RequestContext } from '../../../kernel';
import { MembersRepository, type Member } from '../members/members.repository';
import { requireOfferedRole } from '../members/require-offered-role';

@Injectable()
export class ChangeMembers {
  constructor(
    private readonly database: TenantDatabase,
    private readonly members: MembersRepository,
    private readonly audit: Audit,
  ) {}

  async setRole(context: RequestContext, userId: string, role: AnyRole): Promise<Member[]> {
    requireOfferedRole(context.kind, role);
    return this.change(context, async (manager) => {
      const before = await this.members.roleOf(manager, context, userId);
      if (before === null) throw notFound();
      if (before === role) return;
      await this.members.setRole(manager, context, userId, role);
      await this.record(manager, context, 'members.role-changed', userId, { role });
    });
  }

  async remove(context: RequestContext, userId: string): Promise<void> {
    await this.change(context, async (manager) => {
      if (!(await this.members.remove(manager, context, userId))) throw notFound();
      await this.record(manager, context, 'members.removed', userId);
    });
  }

  private async change(
    context: RequestContext,
    work: (manager: EntityManager) => Promise<void>,
  ): Promise<Member[]> {
    return this.database.transaction(context, async (manager) => {
      await this.members.lock(manager, context);
      await work(manager);
      await this.members.requireOwner(manager, context);
      return this.members.list(manager, context);
    });
  }

  private record(
    manager: EntityManager,
    context: RequestContext,
    action: AuditAction,
    userId: string,
    details: Readonly<Record<string, unknown>> = {},
  ): Promise<void> {
    return this.audit.record(manager, context, action, { type: 'member', id: userId }, details);
  }
}
