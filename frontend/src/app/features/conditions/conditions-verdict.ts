import { ChangeDetectionStrategy, Component, computed, inject, input } from '@angular/core';
import { RouterLink } from '@angular/router';
import { TranslocoDirective } from '@jsverse/transloco';
import { type ConditionCounts, conditionsState } from '@liangxing/contracts';
import { CurrentOrganization } from '../../core/session/current-organization';
import { CurrentAssessment } from '../../core/assessment/current-assessment';
import { OverviewService } from '../../core/overview/overview.service';

const noConditions: ConditionCounts = { total: 0, met: 0, unmet: 0, unanswered: 0 };

/**
 * What the conditions of the application mean, before anything that shows a grade: 暂不具备申请条件 where one is not
 * met, 申请条件尚未全部确认 where one is open. Nothing where all are met or the scheme names none.
 */
@Component({
  selector: 'lx-conditions-verdict',
  imports: [RouterLink, TranslocoDirective],
  template: `
    <ng-container *transloco="let t">
      @if (isShown()) {
        @if (isBrief()) {
          <span
            class="chip"
            [class.block]="state() === 'unmet'"
            [class.warn]="state() === 'open'"
            [attr.data-state]="state()"
            data-testid="conditions-chip"
            >{{ t('conditionsVerdict.brief.' + state()) }}</span
          >
        } @else {
          <p
            class="verdict"
            role="status"
            [class]="state()"
            [attr.data-state]="state()"
            data-testid="conditions-verdict"
          >
            <strong>{{ t('conditionsVerdict.' + state()) }}</strong>
            <span>{{ t('conditionsVerdict.counts.' + state(), counts()) }}</span>
            @if (isLinked()) {
              <a
                [routerLink]="['/o', organization.id(), 'conditions']"
                [queryParams]="current.query()"
                >{{ t('conditionsVerdict.look') }}</a
              >
            }
          </p>
        }
      }
    </ng-container>
  `,
  styles: `
    .verdict {
      display: flex;
      flex-wrap: wrap;
      gap: 2px 12px;
      align-items: baseline;
      margin: 0 0 var(--lx-gap-4);
      padding: 8px 12px;
      border-left: 3px solid var(--lx-warn);
      background: var(--lx-warn-soft, var(--lx-paper-3));
    }
    .verdict.unmet {
      border-left-color: var(--lx-block);
      background: var(--lx-block-soft, var(--lx-paper-3));
    }
    .unmet strong {
      color: var(--lx-block);
    }
  `,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class ConditionsVerdict {
  private readonly overview = inject(OverviewService);
  protected readonly organization = inject(CurrentOrganization);
  protected readonly current = inject(CurrentAssessment);

  /** Counts that the page itself knows better; else those of the overview. */
  readonly own = input<ConditionCounts | null>(null);
  /** A chip, for the frame. */
  readonly isBrief = input(false);
  /** Off on the page of the conditions itself. */
  readonly isLinked = input(true);

  protected readonly counts = computed(
    () => this.own() ?? this.overview.current()?.assessment?.conditions ?? noConditions,
  );
  protected readonly state = computed(() => conditionsState(this.counts()));
  protected readonly isShown = computed(() => this.state() === 'unmet' || this.state() === 'open');
}
