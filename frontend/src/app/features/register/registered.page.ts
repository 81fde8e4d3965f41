import { HttpContext } from '@angular/common/http';
import {
  ChangeDetectionStrategy,
  Component,
  computed,
  effect,
  inject,
  input,
  signal,
} from '@angular/core';
import { RouterLink } from '@angular/router';
import { TranslocoDirective } from '@jsverse/transloco';
import { Api } from '../../core/api/api';
import type { PublicCertificateDto } from '../../core/api/generated/openapi';
import { WITHOUT_REAUTHENTICATION } from '../../core/api/reauthentication';
import { type Problem, problemOf } from '../../core/errors/problem';
import { ProblemNotice } from '../../core/errors/problem-notice';
import { PublicFrame } from './public-frame';

/** How the certificate of a code stands: what the QR code on it leads to. */
@Component({
  selector: 'lx-registered-page',
  imports: [ProblemNotice, PublicFrame, RouterLink, TranslocoDirective],
  template: `
    <lx-public-frame *transloco="let t">
      <h1>{{ t('register.title') }}</h1>
      @if (isUnknown()) {
        <p class="standing" role="alert" data-testid="register-unknown">
          <strong>{{ t('register.unknown') }}</strong>
          {{ t('register.unknownHint') }}
        </p>
      } @else {
        <lx-problem-notice [problem]="problem()" />
      }
      @if (found(); as one) {
        <p class="standing" [class]="one.standing" data-testid="register-standing">
          <strong>{{ t('letters.standings.' + one.standing) }}</strong>
          {{
            t('register.since.' + one.standing, { since: one.standingOn, until: one.validUntil })
          }}
        </p>
        @if (one.bodyLeftOn; as day) {
          <p class="standing" data-testid="body-left">{{ t('register.bodyLeft', { day }) }}</p>
        }
        <dl data-testid="registered">
          <dt>{{ t('letters.words.certificateNumber') }}</dt>
          <dd>{{ one.number }}</dd>
          <dt>{{ t('register.enterprise') }}</dt>
          <dd>{{ one.enterpriseName }}</dd>
          @if (one.creditCode) {
            <dt>{{ t('register.creditCode') }}</dt>
            <dd>{{ one.creditCode }}</dd>
          }
          <dt>{{ t('letters.words.grade') }}</dt>
          <dd>{{ one.grade }}</dd>
          <dt>{{ t('letters.words.scope') }}</dt>
          <dd>{{ one.scope }}</dd>
          <dt>{{ t('register.standard') }}</dt>
          <dd>{{ one.standard }}</dd>
          <dt>{{ t('register.body') }}</dt>
          <dd>{{ one.bodyName }}</dd>
          <dt>{{ t('letters.words.validity') }}</dt>
          <dd>{{ one.issuedOn }} – {{ one.validUntil }}</dd>
          @if (one.renewedBy) {
            <dt>{{ t('register.renewal') }}</dt>
            <dd data-testid="renewed-by">
              {{ t('register.renewedBy', { number: one.renewedBy }) }}
              @if (one.renewedByCode; as code) {
                <a [routerLink]="['/certificates', code]">{{ t('register.see') }}</a>
              }
            </dd>
          }
          @if (one.renews) {
            <dt>{{ t('register.renews') }}</dt>
            <dd>{{ one.renews }}</dd>
          }
          <dt>{{ t('register.code') }}</dt>
          <dd>{{ one.code }}</dd>
        </dl>
        <p class="muted small">{{ t('register.compare') }}</p>
      }
    </lx-public-frame>
  `,
  styleUrl: './register.less',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class RegisteredPage {
  private readonly api = inject(Api);

  /** Of the address. */
  readonly code = input.required<string>();

  protected readonly found = signal<PublicCertificateDto | null>(null);
  protected readonly problem = signal<Problem | null>(null);
  protected readonly isUnknown = computed(() => this.problem()?.status === 404);

  constructor() {
    effect(() => void this.load(this.code()));
  }

  private async load(code: string): Promise<void> {
    this.found.set(null);
    this.problem.set(null);
    try {
      const context = new HttpContext().set(WITHOUT_REAUTHENTICATION, true);
      const found = await this.api.get('/api/certificates/{code}', { code, context });
      if (this.code() === code) this.found.set(found);
    } catch (error) {
      if (this.code() === code) this.problem.set(problemOf(error));
    }
  }
}
