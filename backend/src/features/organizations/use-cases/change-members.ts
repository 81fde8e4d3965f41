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
    await this.change(context, (manager) =>
      this.takeOut(manager, context, userId, 'members.removed'),
    );
  }

  /**
   * Who asks is no member any more; what bears their name keeps it, as after a removal.
   * @throws ProblemError not_found, last_owner_leaves
   */
  async leave(context: RequestContext): Promise<void> {
    await this.change(
      context,
      (manager) => this.takeOut(manager, context, context.userId, 'members.left'),
      'last_owner_leaves',
    );
  }

  private async takeOut(
    manager: EntityManager,
    context: RequestContext,
    userId: string,
    action: AuditAction,
  ): Promise<void> {
    if (!(await this.members.remove(manager, context, userId))) throw notFound();
    await this.record(manager, context, action, userId);
  }

  private async change(
    context: RequestContext,
    work: (manager: EntityManager) => Promise<void>,
    withoutOwner: 'last_owner' | 'last_owner_leaves' = 'last_owner',
  ): Promise<Member[]> {
    return this.database.transaction(context, async (manager) => {
      await this.members.lock(manager, context);
      await work(manager);
      await this.members.requireOwner(manager, context, withoutOwner);
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
