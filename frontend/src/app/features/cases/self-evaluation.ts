import { ChangeDetectionStrategy, Component, input } from '@angular/core';
import { TranslocoDirective } from '@jsverse/transloco';
import type { QueuedCaseDto } from '../../core/api/generated/openapi';
import { GradeBadge } from '../../core/grade/grade-badge';
import { pointsText } from '../../core/i18n/points';

/** What an enterprise found of itself, towards what it aims at: grade and points, or what it meets. */
@Component({
  selector: 'lx-self-evaluation',
  imports: [GradeBadge, TranslocoDirective],
  template: `
    <ng-container *transloco="let t">
      @if (found().total !== null) {
        <lx-grade-badge size="small" [grade]="found().grade" [target]="found().targetGrade" />
        <span class="figure">{{ t('cases.points', { points: points(found().total ?? 0) }) }}</span>
      } @else {
        <span>{{ t('cases.readiness', { share: share(found().readiness) }) }}</span>
        @if (found().targetGrade) {
          <span class="muted">→ {{ found().targetGrade }}</span>
        }
      }
    </ng-container>
  `,
  styles: `
    :host {
      display: inline-flex;
      gap: var(--lx-gap-2);
      align-items: baseline;
      white-space: nowrap;
    }
  `,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class SelfEvaluation {
  readonly found = input.required<QueuedCaseDto['selfEvaluation']>();

  protected readonly points = pointsText;

  /** Cut, not rounded: only what is complete is 100. */
  protected share(hundredths: number | null): number {
    return Math.floor((hundredths ?? 0) / 100);
  }
}
