import { ChangeDetectionStrategy, Component, inject, signal } from '@angular/core';
import { TranslocoDirective } from '@jsverse/transloco';
import { TimePipe } from '../../core/i18n/time.pipe';
import { Api } from '../../core/api/api';
import { type Problem, problemOf } from '../../core/errors/problem';
import { ProblemNotice } from '../../core/errors/problem-notice';
import { type CatalogueFeedback, feedbackChip } from './maintenance';

/** What the enterprise reported about the catalogue, and what its maintainers answered. */
@Component({
  selector: 'lx-own-feedback',
  imports: [TimePipe, ProblemNotice, TranslocoDirective],
  template: `
    <ng-container *transloco="let t">
      <lx-problem-notice [problem]="problem()" />
      @if (list(); as list) {
        @if (list.length === 0) {
          <p class="empty muted" role="status">{{ t('catalogue.own.none') }}</p>
        } @else {
          <table class="dense" data-testid="own-feedback">
            <thead>
              <tr>
                <th scope="col">{{ t('catalogue.columns.standard') }}</th>
                <th scope="col">{{ t('catalogue.feedback.message') }}</th>
                <th scope="col">{{ t('catalogue.columns.status') }}</th>
                <th scope="col">{{ t('catalogue.received.answer') }}</th>
              </tr>
            </thead>
            <tbody>
              @for (each of list; track each.id) {
                <tr>
                  <td class="number">{{ each.number }}</td>
                  <td>
                    <div class="text">{{ each.message }}</div>
                    @if (each.source) {
                      <div class="small muted">{{ each.source }}</div>
                    }
                    <div class="small muted">
                      {{ each.userName }} · {{ each.createdAt | lxTime }}
                    </div>
                  </td>
                  <td>
                    <span [class]="'chip ' + chip(each.state)">{{
                      t('catalogue.feedbackStates.' + each.state)
                    }}</span>
                  </td>
                  <td>
                    @if (each.answeredAt) {
                      <div class="text">{{ each.answer || '—' }}</div>
                      <div class="small muted">
                        {{ each.answeredByName }} ·
                        {{ each.answeredAt | lxTime }}
                      </div>
                    } @else {
                      <span class="muted">{{ t('catalogue.own.waiting') }}</span>
                    }
                  </td>
                </tr>
              }
            </tbody>
          </table>
        }
      } @else if (!problem()) {
        <p class="muted" role="status">{{ t('actions.loading') }}</p>
      }
    </ng-container>
  `,
  styles: `
    .text {
      white-space: pre-line;
      overflow-wrap: anywhere;
    }
    .number {
      white-space: nowrap;
    }
  `,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class OwnFeedback {
  private readonly api = inject(Api);

  protected readonly chip = feedbackChip;
  protected readonly list = signal<readonly CatalogueFeedback[] | null>(null);
  protected readonly problem = signal<Problem | null>(null);

  constructor() {
    this.api.get('/catalogue/feedback').then(
      (list) => this.list.set(list),
      (error: unknown) => this.problem.set(problemOf(error)),
    );
  }
}
