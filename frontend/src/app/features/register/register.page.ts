import { HttpContext } from '@angular/common/http';
import { ChangeDetectionStrategy, Component, inject, signal } from '@angular/core';
import { RouterLink } from '@angular/router';
import { TranslocoDirective } from '@jsverse/transloco';
import { Api } from '../../core/api/api';
import type { PublicCertificateDto } from '../../core/api/generated/openapi';
import { WITHOUT_REAUTHENTICATION } from '../../core/api/reauthentication';
import { type Problem, problemOf } from '../../core/errors/problem';
import { ProblemNotice } from '../../core/errors/problem-notice';
import { Newest } from '../../core/once/newest';
import { PublicFrame } from './public-frame';

/** As many as one search shows. */
const SHOWN = 50;

/** 证书查询: anybody finds the certificates of an enterprise. */
@Component({
  selector: 'lx-register-page',
  imports: [ProblemNotice, PublicFrame, RouterLink, TranslocoDirective],
  template: `
    <lx-public-frame *transloco="let t">
      <h1>{{ t('screens.certificateRegister') }}</h1>
      <p class="muted">{{ t('register.lead') }}</p>
      <form class="ask" role="search" novalidate (submit)="search($event, q.value)">
        <label for="register-q">{{ t('register.search') }}</label>
        <input
          #q
          id="register-q"
          class="ant-input"
          maxlength="100"
          autocomplete="off"
          data-testid="register-q"
        />
        <button type="submit" class="ant-btn ant-btn-primary" data-testid="register-search">
          <span>{{ t('register.find') }}</span>
        </button>
      </form>
      <div aria-live="polite">
        @if (isShort()) {
          <p class="blocks" data-testid="register-short">{{ t('register.short') }}</p>
        }
        <lx-problem-notice [problem]="problem()" />
        @if (found(); as all) {
          <ul data-testid="register-found">
            @for (one of all; track one.code) {
              <li>
                <a [routerLink]="['/certificates', one.code]">{{ one.number }}</a>
                <strong> {{ one.enterpriseName }}</strong>
                <span class="chip">{{ one.grade }}</span>
                <span class="chip" [class.warn]="one.standing !== 'valid'">{{
                  t('letters.standings.' + one.standing)
                }}</span>
                @if (one.renewedBy) {
                  <span class="chip" data-testid="register-renewed">{{
                    t('register.renewedBy', { number: one.renewedBy })
                  }}</span>
                }
                @if (one.bodyLeftOn) {
                  <span class="chip">{{ t('register.bodyLeftShort') }}</span>
                }
                <div class="muted small">
                  {{ one.bodyName }} · {{ one.issuedOn }} – {{ one.validUntil }}
                </div>
              </li>
            } @empty {
              <li class="muted" data-testid="register-none">{{ t('register.none') }}</li>
            }
          </ul>
          @if (all.length === most) {
            <p class="muted">{{ t('register.more', { most }) }}</p>
          }
        }
      </div>
    </lx-public-frame>
  `,
  styleUrl: './register.less',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class RegisterPage {
  private readonly api = inject(Api);
  private readonly newest = new Newest();

  protected readonly most = SHOWN;
  protected readonly found = signal<readonly PublicCertificateDto[] | null>(null);
  protected readonly problem = signal<Problem | null>(null);
  protected readonly isShort = signal(false);

  protected async search(event: Event, text: string): Promise<void> {
    event.preventDefault();
    const q = text.trim();
    this.isShort.set(q.length < 2);
    if (this.isShort()) return;
    const isNewest = this.newest.ask();
    this.problem.set(null);
    try {
      const context = new HttpContext().set(WITHOUT_REAUTHENTICATION, true);
      const found = await this.api.get('/api/certificates', {
        q,
        limit: SHOWN,
        context,
      });
      if (isNewest()) this.found.set(found);
    } catch (error) {
      if (isNewest()) this.problem.set(problemOf(error));
    }
  }
}
