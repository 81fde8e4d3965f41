import { ChangeDetectionStrategy, Component, inject, signal, viewChild } from '@angular/core';
import { TranslocoDirective, TranslocoService } from '@jsverse/transloco';
import { Api } from '../../../core/api/api';
import { Notices } from '../../../core/errors/notices';
import { ProblemNotice } from '../../../core/errors/problem-notice';
import { FocusFirst } from '../../../core/focus/focus-first';
import { TimePipe } from '../../../core/i18n/time.pipe';
import { SignOn } from '../../../core/session/sign-on';
import { AccountFacts } from '../account-facts';
import { OwnerProof } from '../owner-proof';
import { SectionWork } from '../section-work';

/** Single sign-on of the own account: linked or not, and the change of it. Nothing where this site has none. */
@Component({
  selector: 'lx-sign-on-section',
  imports: [FocusFirst, OwnerProof, ProblemNotice, TimePipe, TranslocoDirective],
  template: `
    @if (account.facts()?.signOn; as signOn) {
      <ng-container *transloco="let t">
        <h2>{{ t('accounts.signOn.title') }}</h2>
        <p class="muted small">{{ t('accounts.signOn.hint', { name: signOn.name }) }}</p>
        <lx-problem-notice [problem]="work.problem()" />
        <p class="answer">
          <span>{{ signOn.name }}</span>
          <span class="chip" data-testid="sign-on-state">{{
            signOn.linkedSince
              ? t('accounts.signOn.since', { at: signOn.linkedSince | lxTime })
              : t('accounts.signOn.none')
          }}</span>
          @if (signOn.toldAs) {
            <span class="told" data-testid="sign-on-told">{{ signOn.toldAs }}</span>
          }
          @if (!isChanging()) {
            <button
              type="button"
              class="ant-btn ant-btn-sm"
              id="change-sign-on"
              data-testid="change-sign-on"
              (click)="isChanging.set(true)"
            >
              <span>{{
                t(signOn.linkedSince ? 'accounts.signOn.end' : 'accounts.signOn.link')
              }}</span>
            </button>
          }
        </p>
        @if (isChanging()) {
          <form novalidate (submit)="change($event, signOn.linkedSince !== null)">
            <p class="muted small" tabindex="-1" lxFocusFirst focusBack="change-sign-on">
              {{ t(signOn.linkedSince ? 'accounts.signOn.endHint' : 'accounts.signOn.linkHint') }}
            </p>
            <lx-owner-proof what="sign-on" />
            <p class="answer">
              <button
                class="ant-btn"
                type="submit"
                data-testid="prove-sign-on"
                [disabled]="work.isBusy()"
              >
                <span>{{
                  t(signOn.linkedSince ? 'accounts.signOn.end' : 'accounts.signOn.goThere')
                }}</span>
              </button>
              <button class="ant-btn ant-btn-text" type="button" (click)="cancel()">
                <span>{{ t('actions.cancel') }}</span>
              </button>
            </p>
          </form>
        }
      </ng-container>
    }
  `,
  styleUrl: '../account-section.css',
  styles: `
    .told {
      overflow-wrap: anywhere;
    }
  `,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class SignOnSection {
  private readonly api = inject(Api);
  private readonly notices = inject(Notices);
  private readonly transloco = inject(TranslocoService);
  private readonly provider = inject(SignOn);
  private readonly proof = viewChild(OwnerProof);
  protected readonly account = inject(AccountFacts);

  protected readonly work = new SectionWork();
  protected readonly isChanging = signal(false);

  protected async change(event: Event, isLinked: boolean): Promise<void> {
    event.preventDefault();
    const body = this.proof()?.typed();
    if (!body) return;
    if (isLinked) await this.end(body);
    else
      await this.work.run(async () =>
        this.provider.leave(await this.api.put('/api/account/identity', { body })),
      );
  }

  protected cancel(): void {
    this.isChanging.set(false);
    this.work.clear();
  }

  private async end(body: { password: string; code?: string }): Promise<void> {
    if (!(await this.work.run(() => this.api.post('/api/account/identity/end', { body })))) return;
    this.isChanging.set(false);
    this.notices.done(this.transloco.translate('accounts.signOn.ended'));
    await this.account.load();
  }
}
