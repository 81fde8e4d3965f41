import {
  ChangeDetectionStrategy,
  Component,
  computed,
  effect,
  inject,
  input,
  signal,
  untracked,
} from '@angular/core';
import { Router, RouterLink } from '@angular/router';
import { TranslocoDirective } from '@jsverse/transloco';
import { Api } from '../../core/api/api';
import type { SubmissionDto } from '../../core/api/generated/openapi';
import { type Problem, problemOf } from '../../core/errors/problem';
import { ProblemNotice } from '../../core/errors/problem-notice';
import { TimePipe } from '../../core/i18n/time.pipe';
import { Newest } from '../../core/once/newest';
import { CurrentOrganization } from '../../core/session/current-organization';
import { evaluationTitles } from './evaluation-titles';
import { renewedCertificate, type RenewedCertificate } from './renewed-certificate';
import { SubmitForm } from './submit-form';

/** 提交与评审: what the enterprise handed in to bodies, and how it stands there. */
@Component({
  selector: 'lx-submissions-page',
  imports: [ProblemNotice, RouterLink, SubmitForm, TimePipe, TranslocoDirective],
  template: `
    <div class="page" *transloco="let t">
      <header class="page-header">
        <h1>{{ t('screens.submissions') }}</h1>
        <span class="spacer"></span>
        @if (canWrite() && !isSubmitting()) {
          <button
            type="button"
            id="open-submit"
            class="ant-btn ant-btn-primary"
            data-testid="submit-open"
            (click)="isSubmitting.set(true)"
          >
            <span>{{ t('submissions.submit') }}</span>
          </button>
        }
      </header>
      <p class="muted">{{ t('submissions.hint') }}</p>
      <lx-problem-notice [problem]="problem()" />
      @if (isSubmitting()) {
        <lx-submit-form
          [first]="dossier() ?? ''"
          [renewed]="renewed()"
          (submitted)="open($event)"
          (cancelled)="isSubmitting.set(false)"
        />
      }
      @if (submissions(); as all) {
        @if (all.length === 0 && !isSubmitting()) {
          <section class="empty" data-testid="no-submissions">
            <h2>{{ t('submissions.empty') }}</h2>
            <p class="muted">{{ t('submissions.emptyHint') }}</p>
          </section>
        } @else if (all.length > 0) {
          <div
            class="scroll"
            tabindex="0"
            role="group"
            [attr.aria-label]="t('screens.submissions')"
          >
            <table class="dense" data-testid="submissions">
              <thead>
                <tr>
                  <th scope="col">{{ t('submissions.body') }}</th>
                  <th scope="col">{{ t('submissions.evaluation') }}</th>
                  <th scope="col">{{ t('submissions.caseNumber') }}</th>
                  <th scope="col">{{ t('submissions.state') }}</th>
                  <th scope="col">{{ t('submissions.submittedAt') }}</th>
                  <th scope="col">{{ t('submissions.changedAt') }}</th>
                </tr>
              </thead>
              <tbody>
                @for (one of all; track one.id) {
                  <tr data-testid="submission">
                    <td>
                      <a [routerLink]="[one.id]">{{ one.bodyName }}</a>
                    </td>
                    <td>{{ titleOf(one.assessmentId) || '—' }}</td>
                    <td>{{ one.caseNumber || '—' }}</td>
                    <td>
                      <span class="chip" [class.warn]="one.state === 'correcting'">{{
                        t('letters.states.' + one.state)
                      }}</span>
                    </td>
                    <td>{{ one.submittedAt | lxTime }} {{ one.submittedByName }}</td>
                    <td>{{ one.changedAt | lxTime }}</td>
                  </tr>
                }
              </tbody>
            </table>
          </div>
        }
      }
    </div>
  `,
  styles: `
    .scroll {
      overflow-x: auto;
    }
  `,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class SubmissionsPage {
  private readonly api = inject(Api);
  private readonly router = inject(Router);
  private readonly organization = inject(CurrentOrganization);
  private readonly newest = new Newest();

  /** Of the address: the dossier that is to be handed in. */
  readonly dossier = input<string>();
  /** Of the address: the application whose certificate is to be renewed. */
  readonly renews = input<string>();

  protected readonly titleOf = evaluationTitles();
  protected readonly submissions = signal<readonly SubmissionDto[] | null>(null);
  protected readonly renewed = signal<RenewedCertificate | null>(null);
  protected readonly problem = signal<Problem | null>(null);
  protected readonly isSubmitting = signal(false);
  protected readonly canWrite = computed(() => this.organization.can('submissions:write'));

  constructor() {
    effect(() => {
      if (this.organization.id()) untracked(() => void this.load());
    });
  }

  protected open({ id }: SubmissionDto): void {
    void this.router.navigate(['/o', this.organization.id(), 'submissions', id]);
  }

  /** Nothing of another organization stays. */
  private async load(): Promise<void> {
    const isNewest = this.newest.ask();
    this.submissions.set(null);
    this.problem.set(null);
    this.renewed.set(null);
    const renews = this.renews();
    this.isSubmitting.set(this.canWrite() && this.dossier() !== undefined);
    try {
      const found = await this.api.get('/submissions');
      if (!isNewest()) return;
      this.submissions.set(found);
      const before = renews ? await this.api.get('/submissions/{id}', { id: renews }) : null;
      if (!isNewest()) return;
      this.renewed.set(before && renewedCertificate(before));
      if (before !== null && this.canWrite()) this.isSubmitting.set(true);
    } catch (error) {
      if (isNewest()) this.problem.set(problemOf(error));
    }
  }
}
