import { ChangeDetectionStrategy, Component, computed, input } from '@angular/core';
import { TranslocoDirective } from '@jsverse/transloco';
import { gradeLetters, lettersOf } from './grade-letters';

/**
 * A grade, the same everywhere: letters A, filled up to the grade reached, outlined up to the target.
 * A grade that is not made of the letter A is written out.
 */
@Component({
  selector: 'lx-grade-badge',
  imports: [TranslocoDirective],
  template: `
    <ng-container *transloco="let t">
      @if (isWritten()) {
        <span class="written">{{ grade() ?? t('grade.none') }}</span>
        @if (target()) {
          <span class="muted">→ {{ target() }}</span>
        }
      } @else {
        <span class="visually-hidden"
          >{{ t('grade.now', { grade: grade() ?? t('grade.none') }) }}
          @if (target()) {
            {{ t('grade.target', { grade: target() }) }}
          }
        </span>
        <span class="letters" aria-hidden="true" [class]="size()">
          @for (letter of letters(); track $index) {
            <span [class]="letter">A</span>
          }
        </span>
      }
    </ng-container>
  `,
  styles: `
    :host {
      display: inline-flex;
      align-items: baseline;
      gap: 4px;
    }
    .letters {
      display: inline-flex;
      font-family: Georgia, 'Times New Roman', serif;
      font-weight: 700;
      font-size: 16px;
      line-height: 1.1;
      letter-spacing: 1px;
    }
    .small {
      font-size: 13px;
    }
    .large {
      font-size: 40px;
      letter-spacing: 3px;
    }
    .reached {
      color: var(--lx-accent);
      -webkit-text-stroke: 1px var(--lx-accent);
    }
    .wanted {
      color: transparent;
      -webkit-text-stroke: 1px var(--lx-accent);
    }
    .beyond {
      color: transparent;
      -webkit-text-stroke: 1px var(--lx-line);
    }
    .written {
      color: var(--lx-accent);
      font-weight: 600;
    }
  `,
  host: {
    'data-testid': 'grade-badge',
    '[attr.data-grade]': 'grade()',
    '[attr.data-target]': 'target()',
  },
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class GradeBadge {
  readonly grade = input.required<string | null>();
  readonly target = input<string | null>(null);
  /** Letters of the scheme's highest grade. */
  readonly most = input(4);
  readonly size = input<'small' | 'medium' | 'large'>('medium');

  protected readonly letters = computed(() =>
    gradeLetters(this.grade(), this.target(), this.most()),
  );
  protected readonly isWritten = computed(
    () => lettersOf(this.grade()) === undefined || lettersOf(this.target()) === undefined,
  );
}
