import {
  ChangeDetectionStrategy,
  Component,
  computed,
  effect,
  inject,
  signal,
  untracked,
} from '@angular/core';
import { RouterLink } from '@angular/router';
import { TranslocoDirective, TranslocoService } from '@jsverse/transloco';
import { type AnyRole, FOUNDING, OFFERED_ROLES } from '@liangxing/contracts';
import { TimePipe } from '../../../core/i18n/time.pipe';
import type { MemberDto, PendingInvitationDto } from '../../../core/api/generated/openapi';
import { Api } from '../../../core/api/api';
import { Busy } from '../../../core/once/busy';
import { Newest } from '../../../core/once/newest';
import { FieldProblem } from '../../../core/errors/field-problem';
import { Notices } from '../../../core/errors/notices';
import { type Problem, problemOf } from '../../../core/errors/problem';
import { ProblemNotice } from '../../../core/errors/problem-notice';
import { CurrentOrganization } from '../../../core/session/current-organization';
import { InvitationLink } from './invitation-link';
import { InviteMany } from './invite-many';
import { SecondFactorRule } from './second-factor-rule';

/** Who belongs to the enterprise and what they may do. */
@Component({
  selector: 'lx-members-page',
  imports: [
    TimePipe,
    FieldProblem,
    InvitationLink,
    InviteMany,
    ProblemNotice,
    RouterLink,
    SecondFactorRule,
    TranslocoDirective,
  ],
  templateUrl: './members-page.html',
  styles: `
    .hint {
      margin-bottom: var(--lx-gap-3);
    }
    h2 {
      margin: var(--lx-gap-5) 0 var(--lx-gap-2);
    }
    .scroll {
      overflow-x: auto;
    }
    .chip {
      white-space: normal;
    }
    .day {
      white-space: nowrap;
    }
  `,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class MembersPage {
  private readonly api = inject(Api);
  private readonly notices = inject(Notices);
  private readonly transloco = inject(TranslocoService);
  private readonly organization = inject(CurrentOrganization);

  private readonly newest = new Newest();

  protected readonly inviting = new Busy();
  private readonly kind = computed(() => this.organization.membership()?.kind ?? 'enterprise');
  protected readonly isEnterprise = computed(() => this.kind() === 'enterprise');
  protected readonly roles = computed(() => OFFERED_ROLES[this.kind()]);
  protected readonly members = signal<readonly MemberDto[]>([]);
  protected readonly invitations = signal<readonly PendingInvitationDto[]>([]);
  protected readonly problem = signal<Problem | null>(null);
  /** What is wrong with the address that was to be invited; empty: nothing. */
  protected readonly addressProblem = signal('');
  protected readonly canWrite = computed(() => this.organization.can('members:write'));
  protected readonly canReadTrail = computed(() => this.organization.can('audit:read'));
  /** One who leads at least stays: whose role is the only one of its kind can neither be removed nor lose it. */
  private readonly owners = computed(() => this.members().filter((one) => this.leads(one)));

  constructor() {
    effect(() => {
      if (this.organization.id()) untracked(() => this.begin());
    });
  }

  protected isLastOwner(member: MemberDto): boolean {
    return this.leads(member) && this.owners().length === 1;
  }

  protected async invite(event: Event, email: HTMLInputElement, role: string): Promise<void> {
    event.preventDefault();
    if (!email.value.trim())
      return this.addressProblem.set(this.transloco.translate('session.emailMissing'));
    const isDone = await this.inviting.run(
      () =>
        this.change(
          () => this.sendTo(email.value.trim(), this.roleOf(role)),
          (problem) => this.refuseAddress(problem),
        ),
      email.value.trim(),
    );
    if (!isDone) return;
    email.value = '';
    this.notices.done(this.transloco.translate('organizations.members.invited'));
  }

  /** A refused choice goes back to the role that the person has. */
  protected async changeRole(member: MemberDto, choice: HTMLSelectElement): Promise<void> {
    const role = this.roleOf(choice.value);
    const asked = { userId: member.userId, body: { role } };
    const isDone = await this.change(() => this.api.patch('/members/{userId}', asked));
    if (!isDone) choice.value = member.role;
  }

  protected async remove(member: MemberDto): Promise<void> {
    const { userId } = member;
    const isDone = await this.change(() => this.api.delete('/members/{userId}', { userId }));
    if (!isDone) return;
    const text = this.transloco.translate('organizations.members.removed', { name: member.name });
    this.notices.done(text, {
      label: this.transloco.translate('organizations.members.inviteAgain'),
      run: () => {
        void this.change(() => this.sendTo(member.email, member.role));
      },
    });
  }

  protected withdraw({ id: invitationId }: PendingInvitationDto): Promise<boolean> {
    return this.change(() =>
      this.api.delete('/members/invitations/{invitationId}', {
        invitationId,
      }),
    );
  }

  /** The same person and role once more: the invitation is renewed, and its mail goes again. */
  protected async sendAgain({ email, role }: PendingInvitationDto): Promise<void> {
    const isDone = await this.inviting.run(
      () => this.change(() => this.sendTo(email, role)),
      email,
    );
    if (isDone) this.notices.done(this.transloco.translate('organizations.members.invited'));
  }

  private leads({ role }: MemberDto): boolean {
    return role === FOUNDING[this.kind()].founder;
  }

  private sendTo(email: string, role: AnyRole): Promise<unknown> {
    return this.api.post('/members', { body: { email, role } });
  }

  /** At its field where it is about the address, else above the page. */
  private refuseAddress(problem: Problem): void {
    const isKnown = problem.code === 'already_member';
    const said = isKnown ? `${problem.title} ${problem.detail}` : problem.field('email');
    this.addressProblem.set(said);
    if (said === '') this.problem.set(problem);
  }

  private async change(
    work: () => Promise<unknown>,
    onProblem: (problem: Problem) => void = (problem) => this.problem.set(problem),
  ): Promise<boolean> {
    this.problem.set(null);
    this.addressProblem.set('');
    try {
      await work();
      return true;
    } catch (error) {
      onProblem(problemOf(error));
      return false;
    } finally {
      await this.load();
    }
  }

  /** Nothing of another organization stays. */
  private begin(): void {
    this.members.set([]);
    this.invitations.set([]);
    this.problem.set(null);
    this.addressProblem.set('');
    void this.load();
  }

  protected async load(): Promise<void> {
    const isNewest = this.newest.ask();
    try {
      const [members, invitations] = await Promise.all([
        this.api.get('/members'),
        this.api.get('/members/invitations'),
      ]);
      if (!isNewest()) return;
      this.members.set(members);
      this.invitations.set(invitations);
    } catch (error) {
      if (isNewest()) this.problem.set(problemOf(error));
    }
  }

  /** The last one of a kind is the one that may least. */
  private roleOf(text: string): AnyRole {
    const roles = this.roles();
    return roles.find((role) => role === text) ?? roles.at(-1) ?? 'viewer';
  }
}
