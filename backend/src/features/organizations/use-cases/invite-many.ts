import { Injectable } from '@nestjs/common';
import { normalEmail, type AnyRole } from '@liangxing/contracts';
import type { EntityManager } from 'typeorm';
import { Audit, ProblemError, TenantDatabase, type RequestContext } from '../../../kernel';
import { UsersRepository } from '../../accounts';
import { InvitationMail } from '../members/invitation-mail';
import { InvitationsRepository } from '../members/invitations.repository';
import type { InvitedRow, InvitedRowOutcome } from '../members/invited-row';
import { MembersRepository } from '../members/members.repository';
import { requireOfferedRole } from '../members/require-offered-role';

@Injectable()
export class InviteMany {
  constructor(
    private readonly database: TenantDatabase,
    private readonly people: MembersRepository,
    private readonly invitations: InvitationsRepository,
    private readonly users: UsersRepository,
    private readonly mail: InvitationMail,
    private readonly audit: Audit,
  ) {}

  /**
   * Invites each address that can be invited, all in one transaction, and says of each other one why not.
   * @param command.addresses as people wrote them
   * @returns one row an address, in their order
   * @throws ProblemError validation_failed (a role of another kind), email_unconfirmed
   */
  async execute(
    context: RequestContext,
    { addresses, role }: { addresses: readonly string[]; role: AnyRole },
  ): Promise<InvitedRow[]> {
    requireOfferedRole(context.kind, role);
    this.mail.requireSender(await this.users.find(context.userId));
    const outcomes = new Map<string, InvitedRowOutcome>();
    const emails = new Set(addresses.map(normalEmail).filter((email) => email !== null));
    await this.database.read(context, (manager) => this.look(manager, context, emails, outcomes));
    // Counts take connections of their own: outside of every transaction.
    for (const email of emails) {
      const refusal = outcomes.has(email) ? null : await this.mail.refusalOf(context, email);
      if (refusal !== null) outcomes.set(email, refusal);
    }
    const open = [...emails].filter((email) => !outcomes.has(email));
    try {
      await this.database.transaction(context, (manager) =>
        this.invite(manager, context, { open, role }, outcomes),
      );
    } catch (error) {
      await this.mail.giveBack(open);
      throw error;
    }
    await this.mail.giveBack(open.filter((email) => outcomes.get(email) !== 'invited'));
    return rowsOf(addresses, outcomes);
  }

  /** Who is a member or invited needs no mail. */
  private async look(
    manager: EntityManager,
    context: RequestContext,
    emails: Iterable<string>,
    outcomes: Map<string, InvitedRowOutcome>,
  ): Promise<void> {
    const pending = await this.invitations.pending(manager, context);
    const waiting = new Set(pending.map(({ email }) => email));
    for (const email of emails) {
      if (await this.people.hasEmail(manager, context, email))
        outcomes.set(email, 'already_member');
      else if (waiting.has(email)) outcomes.set(email, 'already_invited');
    }
  }

  private async invite(
    manager: EntityManager,
    context: RequestContext,
    { open, role }: { open: readonly string[]; role: AnyRole },
    outcomes: Map<string, InvitedRowOutcome>,
  ): Promise<void> {
    // Of a try that the database broke off nothing counts.
    for (const email of open) outcomes.delete(email);
    await this.look(manager, context, open, outcomes);
    for (const email of open.filter((each) => !outcomes.has(each))) {
      const id = await this.invitations
        .upsert(manager, context, email, role)
        .catch(nullIfOverQuota);
      outcomes.set(email, id === null ? 'over_quota' : 'invited');
      if (id === null) continue;
      await this.mail.enqueue(manager, context, id);
      const subject = { type: 'invitation', id };
      await this.audit.record(manager, context, 'members.invited', subject, { role });
    }
  }
}

/** Refused before anything is written: the transaction goes on. */
function nullIfOverQuota(error: unknown): null {
  if (error instanceof ProblemError && error.code === 'quota_open_invitations') return null;
  throw error;
}

/** What stands twice among the addresses is invited once. */
function rowsOf(
  addresses: readonly string[],
  outcomes: ReadonlyMap<string, InvitedRowOutcome>,
): InvitedRow[] {
  const told = new Set<string>();
  return addresses.map((address) => {
    const email = normalEmail(address);
    if (email === null) return { address, outcome: 'invalid' };
    const outcome = outcomes.get(email) ?? 'invalid';
    const isRepeated = told.has(email) && outcome === 'invited';
    told.add(email);
    return { address: email, outcome: isRepeated ? 'already_invited' : outcome };
  });
}
