import {
  ChangeDetectionStrategy,
  Component,
  afterNextRender,
  computed,
  inject,
  input,
  signal,
} from '@angular/core';
import { NonNullableFormBuilder, ReactiveFormsModule, Validators } from '@angular/forms';
import { Router, RouterLink } from '@angular/router';
import { TranslocoDirective } from '@jsverse/transloco';
import { type Problem, problemOf } from '../../core/errors/problem';
import { ProblemNotice } from '../../core/errors/problem-notice';
import { emailAddress } from '../../core/session/email-address';
import type { SeenInvitationDto } from '../../core/api/generated/openapi';
import { ownAddress } from '@liangxing/contracts';
import { SessionService } from '../../core/session/session.service';
import { AccountsCover } from './accounts-cover';

const passwordLength = 8;

@Component({
  selector: 'lx-register',
  imports: [ReactiveFormsModule, RouterLink, TranslocoDirective, ProblemNotice, AccountsCover],
  templateUrl: './register.html',
  styleUrl: './accounts.css',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class RegisterPage {
  private readonly session = inject(SessionService);
  private readonly router = inject(Router);

  /** Token of a mailed invitation, from the query. */
  readonly invitation = input<string>();
  /** Address to go on to, from the query. */
  readonly from = input<string>();

  /** Who invites; null before that is known, and where nobody does. */
  protected readonly invited = signal<SeenInvitationDto | null>(null);
  protected readonly problem = signal<Problem | null>(null);

  /** Whoever is signed in joins with the account that is shown. */
  protected readonly user = this.session.user;

  /** The link was used before, is over or was taken back: there is nothing to join. */
  protected readonly isInvitationOver = computed(
    () =>
      this.invitation() !== undefined &&
      ['invitation_invalid', 'invitation_not_open'].includes(this.problem()?.code ?? ''),
  );

  protected readonly passwordLength = passwordLength;
  protected readonly isBusy = signal(false);
  protected readonly isSubmitted = signal(false);
  protected readonly form = inject(NonNullableFormBuilder).group({
    name: ['', [Validators.required]],
    email: ['', [Validators.required, emailAddress]],
    password: ['', [Validators.required, Validators.minLength(passwordLength)]],
  });

  protected isWrong(field: 'name' | 'email' | 'password'): boolean {
    return this.isSubmitted() && this.form.controls[field].invalid;
  }

  /** Whoever has an account already takes the invitation by signing in. */
  protected readonly signInQuery = computed(() => {
    const invitation = this.invitation();
    const from = invitation
      ? `/register?invitation=${encodeURIComponent(invitation)}`
      : this.from();
    return from ? { from } : {};
  });

  constructor() {
    afterNextRender(() => void this.seeInvitation());
  }

  protected async register(): Promise<void> {
    this.isSubmitted.set(true);
    if (this.form.invalid || this.isBusy()) return;
    this.isBusy.set(true);
    try {
      const { name, email, password } = this.form.getRawValue();
      await this.session.register({ name: name.trim(), email: email.trim(), password });
      await this.enter();
    } catch (error) {
      this.problem.set(problemOf(error));
    } finally {
      this.isBusy.set(false);
    }
  }

  protected async join(): Promise<void> {
    if (this.isBusy()) return;
    this.isBusy.set(true);
    try {
      await this.enter();
    } catch (error) {
      this.problem.set(problemOf(error));
    } finally {
      this.isBusy.set(false);
    }
  }

  /** Nobody joins by opening a link: who invites is shown first. */
  private async seeInvitation(): Promise<void> {
    const invitation = this.invitation();
    if (!invitation) return;
    try {
      const [seen] = await Promise.all([
        this.session.seeInvitation(invitation),
        this.session.ready(),
      ]);
      this.invited.set(seen);
    } catch (error) {
      this.problem.set(problemOf(error));
    }
  }

  private async enter(): Promise<void> {
    const invitation = this.invitation();
    if (invitation) await this.session.acceptInvitation(invitation);
    const from = this.from() ?? (invitation ? '/' : '/new-enterprise');
    await this.router.navigateByUrl(ownAddress(from));
  }
}
