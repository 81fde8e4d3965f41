import { ChangeDetectionStrategy, Component, inject, signal, viewChild } from '@angular/core';
import { TranslocoDirective, TranslocoService } from '@jsverse/transloco';
import { Api } from '../../core/api/api';
import { FieldProblem } from '../../core/errors/field-problem';
import { Notices } from '../../core/errors/notices';
import { ProblemNotice } from '../../core/errors/problem-notice';
import { FocusFirst } from '../../core/focus/focus-first';
import { SessionService } from '../../core/session/session.service';
import { AccountFacts } from './account-facts';
import { OwnerProof } from './owner-proof';
import { SectionWork } from './section-work';

/** The address of the own account: confirmed or not, and its change. */
@Component({
  selector: 'lx-email-section',
  imports: [FieldProblem, FocusFirst, OwnerProof, TranslocoDirective, ProblemNotice],
  template: `
    <ng-container *transloco="let t">
      <h2>{{ t('accounts.email.title') }}</h2>
      <p class="answer">
        <span data-testid="own-email">{{ session.user()?.email }}</span>
        @if (account.facts(); as facts) {
          <span class="chip" [class.warn]="!facts.isEmailConfirmed" data-testid="email-state">{{
            t(facts.isEmailConfirmed ? 'accounts.email.confirmed' : 'accounts.email.unconfirmed')
          }}</span>
          @if (!facts.isEmailConfirmed) {
            <button
              type="button"
              class="ant-btn ant-btn-sm"
              data-testid="email-send-again"
              [disabled]="work.isBusy()"
              (click)="sendAgain()"
            >
              <span>{{ t('accounts.email.sendAgain') }}</span>
            </button>
          }
        }
        @if (!isChanging()) {
          <button
            type="button"
            class="ant-btn ant-btn-sm"
            id="change-email"
            data-testid="change-email"
            (click)="isChanging.set(true)"
          >
            <span>{{ t('accounts.email.change') }}</span>
          </button>
        }
      </p>
      @if (account.facts()?.pendingEmail; as email) {
        <p class="answer" data-testid="pending-email">
          <span>{{ t('accounts.email.pending', { email }) }}</span>
          <button
            type="button"
            class="ant-btn ant-btn-sm ant-btn-text"
            data-testid="keep-email"
            [disabled]="work.isBusy()"
            (click)="drop()"
          >
            <span>{{ t('accounts.email.drop') }}</span>
          </button>
        </p>
      }
      <lx-problem-notice [problem]="work.problem()" [listFields]="true" [told]="['email']" />
      @if (isChanging()) {
        <form novalidate (submit)="begin($event, email)">
          <p class="muted small">{{ t('accounts.email.hint') }}</p>
          <div class="field">
            <label for="new-email">{{ t('accounts.email.new') }}</label>
            <input
              #email
              id="new-email"
              class="ant-input"
              type="email"
              autocomplete="off"
              data-testid="new-email"
              lxFocusFirst
              focusBack="change-email"
              (input)="isMissing.set(false)"
            />
            <lx-field-problem
              [message]="isMissing() ? t('accounts.emailWrong') : work.problem()?.field('email')"
              [control]="email"
            />
          </div>
          <lx-owner-proof what="email" />
          <p class="answer">
            <button
              class="ant-btn"
              type="submit"
              data-testid="begin-email-change"
              [disabled]="work.isBusy()"
            >
              <span>{{ t('accounts.email.begin') }}</span>
            </button>
            <button class="ant-btn ant-btn-text" type="button" (click)="cancel()">
              <span>{{ t('actions.cancel') }}</span>
            </button>
          </p>
        </form>
      }
    </ng-container>
  `,
  styleUrl: './account-section.css',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class EmailSection {
  private readonly api = inject(Api);
  private readonly notices = inject(Notices);
  private readonly transloco = inject(TranslocoService);
  private readonly proof = viewChild(OwnerProof);
  protected readonly session = inject(SessionService);
  protected readonly account = inject(AccountFacts);

  protected readonly work = new SectionWork();
  protected readonly isChanging = signal(false);
  /** The first of what was not filled in. */
  protected readonly isMissing = signal(false);

  protected async sendAgain(): Promise<void> {
    if (await this.work.run(() => this.session.sendEmailConfirmation()))
      this.say('accounts.email.sent');
  }

  protected async begin(event: Event, field: HTMLInputElement): Promise<void> {
    event.preventDefault();
    const email = field.value.trim();
    this.isMissing.set(email === '');
    if (email === '') return field.focus();
    const proof = this.proof()?.typed();
    if (!proof) return;
    const body = { email, ...proof };
    const isDone = await this.work.run(() => this.api.post('/api/account/email-change', { body }));
    if (!isDone) return;
    this.isChanging.set(false);
    this.say('accounts.email.sent');
    await this.account.load();
  }

  protected async drop(): Promise<void> {
    if (await this.work.run(() => this.api.delete('/api/account/email-change')))
      this.say('accounts.email.dropped');
    await this.account.load();
  }

  protected cancel(): void {
    this.isChanging.set(false);
    this.isMissing.set(false);
    this.work.clear();
  }

  private say(key: string): void {
    this.notices.done(this.transloco.translate(key));
  }
}
