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
import { TranslocoDirective } from '@jsverse/transloco';
import { Api } from '../../core/api/api';
import type {
  CertificatePageDto,
  DueRenewalDto,
  DueSurveillanceDto,
} from '../../core/api/generated/openapi';
import { type Problem, problemOf } from '../../core/errors/problem';
import { ProblemNotice } from '../../core/errors/problem-notice';
import { Newest } from '../../core/once/newest';
import { CurrentOrganization } from '../../core/session/current-organization';
import { CertificateSettings } from './certificate-settings';
import { Complaints } from './complaints';
import { DueRenewals } from './due-renewals';

/** 证书 of a body: what it issued, what is due, complaints, and how it numbers. */
@Component({
  selector: 'lx-certificates-page',
  imports: [
    CertificateSettings,
    Complaints,
    DueRenewals,
    ProblemNotice,
    RouterLink,
    TranslocoDirective,
  ],
  template: `
    <div class="page" *transloco="let t">
      <header class="page-header">
        <h1>{{ t('screens.certificates') }}</h1>
      </header>
      <lx-problem-notice [problem]="problem()" />
      <h2>{{ t('certificates.due') }}</h2>
      @if (due(); as all) {
        <div class="scroll" tabindex="0" role="group" [attr.aria-label]="t('certificates.due')">
          <table class="dense" data-testid="due">
            <thead>
              <tr>
                <th scope="col">{{ t('certificates.dueOn') }}</th>
                <th scope="col">{{ t('certificates.enterprise') }}</th>
                <th scope="col">{{ t('letters.words.certificateNumber') }}</th>
                <th scope="col">{{ t('certificates.surveillances') }}</th>
              </tr>
            </thead>
            <tbody>
              @for (one of all; track one.certificateId + one.number) {
                <tr>
                  <td>
                    {{ one.dueOn }}
                    @if (one.isOverdue) {
                      <span class="chip warn">{{ t('certificates.overdue') }}</span>
                    }
                  </td>
                  <td>{{ one.enterpriseName }}</td>
                  <td>
                    <a [routerLink]="[one.certificateId]">{{ one.certificateNumber }}</a>
                  </td>
                  <td>
                    {{ t('certificates.which', { number: one.number }) }}
                    @if (one.isNoticed) {
                      <span class="chip">{{ t('certificates.noticed') }}</span>
                    }
                  </td>
                </tr>
              } @empty {
                <tr>
                  <td colspan="4" class="muted">{{ t('certificates.noneDue') }}</td>
                </tr>
              }
            </tbody>
          </table>
        </div>
      }

      @if (renewals(); as all) {
        <lx-due-renewals [due]="all" />
      }

      <h2>{{ t('screens.certificates') }}</h2>
      <form class="line" role="search" novalidate (submit)="find($event, q.value)">
        <label>
          {{ t('certificates.search') }}
          <input #q class="ant-input" maxlength="100" data-testid="certificates-q" />
        </label>
        <div class="buttons">
          <button type="submit" class="ant-btn" data-testid="certificates-find">
            <span>{{ t('certificates.find') }}</span>
          </button>
        </div>
      </form>
      @if (page(); as found) {
        @if (found.total === 0 && asked() === '') {
          <section class="empty" data-testid="no-certificates">
            <h2>{{ t('certificates.empty') }}</h2>
            <p class="muted">{{ t('certificates.emptyHint') }}</p>
          </section>
        } @else {
          <div
            class="scroll"
            tabindex="0"
            role="group"
            [attr.aria-label]="t('screens.certificates')"
          >
            <table class="dense" data-testid="certificates">
              <thead>
                <tr>
                  <th scope="col">{{ t('letters.words.certificateNumber') }}</th>
                  <th scope="col">{{ t('certificates.enterprise') }}</th>
                  <th scope="col">{{ t('letters.words.grade') }}</th>
                  <th scope="col">{{ t('certificates.standing') }}</th>
                  <th scope="col">{{ t('letters.words.validity') }}</th>
                </tr>
              </thead>
              <tbody>
                @for (one of found.rows; track one.id) {
                  <tr data-testid="certificate">
                    <td>
                      <a [routerLink]="[one.id]">{{ one.number }}</a>
                    </td>
                    <td>{{ one.enterpriseName }}</td>
                    <td>{{ one.grade }}</td>
                    <td>
                      <span class="chip" [class.warn]="one.standing !== 'valid'">{{
                        t('letters.standings.' + one.standing)
                      }}</span>
                    </td>
                    <td>{{ one.issuedOn }} – {{ one.validUntil }}</td>
                  </tr>
                } @empty {
                  <tr>
                    <td colspan="5" class="muted">{{ t('certificates.nothingFound') }}</td>
                  </tr>
                }
              </tbody>
            </table>
          </div>
          @if (isCut()) {
            <p class="muted">
              {{ t('certificates.more', { total: found.total, shown: found.rows.length }) }}
            </p>
          }
        }
      }
      @if (canWrite()) {
        <lx-complaints />
      }
      <lx-certificate-settings />
    </div>
  `,
  styleUrl: './certificates.less',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class CertificatesPage {
  private readonly api = inject(Api);
  private readonly organization = inject(CurrentOrganization);
  /** Complaints name people: nobody else reads them. */
  protected readonly canWrite = computed(() => this.organization.can('certificates:write'));
  private readonly newest = new Newest();

  protected readonly asked = signal('');
  protected readonly page = signal<CertificatePageDto | null>(null);
  protected readonly due = signal<readonly DueSurveillanceDto[] | null>(null);
  protected readonly renewals = signal<readonly DueRenewalDto[] | null>(null);
  protected readonly problem = signal<Problem | null>(null);
  protected readonly isCut = computed(() => {
    const found = this.page();
    return found !== null && found.rows.length < found.total;
  });

  constructor() {
    effect(() => {
      if (this.organization.id()) untracked(() => void this.load());
    });
  }

  protected find(event: Event, q: string): void {
    event.preventDefault();
    void this.read(q.trim());
  }

  /** Nothing of another organization stays. */
  private async load(): Promise<void> {
    this.page.set(null);
    this.due.set(null);
    this.renewals.set(null);
    await this.read('');
  }

  private async read(q: string): Promise<void> {
    const isNewest = this.newest.ask();
    this.problem.set(null);
    try {
      const [page, due, renewals] = await Promise.all([
        this.api.get('/certificates', { q, limit: 100 }),
        this.api.get('/certificates/surveillances'),
        this.api.get('/certificates/renewals'),
      ]);
      if (!isNewest()) return;
      this.asked.set(q);
      this.page.set(page);
      this.due.set(due);
      this.renewals.set(renewals);
    } catch (error) {
      if (isNewest()) this.problem.set(problemOf(error));
    }
  }
}
