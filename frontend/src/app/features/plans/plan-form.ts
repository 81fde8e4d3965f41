import { ChangeDetectionStrategy, Component, inject } from '@angular/core';
import { TranslocoDirective } from '@jsverse/transloco';
import { DateField } from '../../core/date-field/date-field';
import { SaveState } from '../../core/drafts/save-state';
import { ProblemNotice } from '../../core/errors/problem-notice';
import { dayOfChina } from '../../core/i18n/day-of-china';
import { PlanStore } from './plan-store';

/** What a plan says beside its agenda. Fields save themselves. */
@Component({
  selector: 'lx-plan-form',
  imports: [DateField, ProblemNotice, SaveState, TranslocoDirective],
  template: `
    <form *transloco="let t" novalidate data-testid="plan-form" (submit)="$event.preventDefault()">
      <p>
        <lx-save-state
          [state]="store.state()"
          [canTakeStored]="true"
          (takeStored)="store.takeStored()"
        />
      </p>
      <lx-problem-notice [problem]="store.refusal()" [listFields]="true" />
      @if (store.theirs(); as theirs) {
        <section class="theirs" role="alert" data-testid="plan-theirs">
          <p>{{ t('plans.theirs') }}</p>
          <dl>
            @for (field of texts; track field) {
              @if (theirs[field] !== draft()?.[field]) {
                <dt>{{ t('letters.plan.' + field) }}</dt>
                <dd>{{ theirs[field] || '—' }}</dd>
              }
            }
            <dt>{{ t('letters.plan.days') }}</dt>
            <dd>{{ theirs.from || '—' }} – {{ theirs.to || '—' }}</dd>
            <dt>{{ t('letters.plan.agenda') }}</dt>
            <dd>{{ t('plans.lines', { count: theirs.agenda.length }) }}</dd>
          </dl>
          <div class="buttons">
            <button
              type="button"
              class="ant-btn ant-btn-sm"
              data-testid="plan-keep-mine"
              (click)="store.choose('mine')"
            >
              <span>{{ t('plans.keepMine') }}</span>
            </button>
          </div>
        </section>
      }
      @if (draft(); as plan) {
        <div class="days">
          @for (field of days; track field) {
            <label>
              {{ t('plans.' + field) }}
              <input
                lxDate
                class="ant-input"
                [min]="today"
                [value]="plan[field] ?? ''"
                [attr.data-testid]="'plan-' + field"
                (change)="typeDay(field, $event)"
              />
            </label>
          }
        </div>
        @for (field of texts; track field) {
          <label>
            {{ t('letters.plan.' + field) }}
            <textarea
              class="ant-input"
              rows="2"
              maxlength="4000"
              [attr.data-testid]="'plan-' + field"
              [value]="plan[field]"
              (input)="typeText(field, $event)"
            ></textarea>
          </label>
        }
      }
    </form>
  `,
  styleUrl: './plans.less',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class PlanForm {
  protected readonly store = inject(PlanStore);
  protected readonly draft = this.store.draft;
  protected readonly today = dayOfChina(new Date());
  protected readonly days = ['from', 'to'] as const;
  protected readonly texts = ['purpose', 'scope', 'basis', 'method', 'sampling'] as const;

  protected typeText(field: (typeof this.texts)[number], event: Event): void {
    this.store.change({ [field]: (event.target as HTMLTextAreaElement).value });
  }

  protected typeDay(field: 'from' | 'to', event: Event): void {
    const { value } = event.target as HTMLInputElement;
    this.store.change({ [field]: value === '' ? null : value });
  }
}
