import { ChangeDetectionStrategy, Component, computed, inject } from '@angular/core';
import { TranslocoDirective } from '@jsverse/transloco';
import { type GradeFact, explainGrade } from '@liangxing/scoring';
import { GradeBadge } from '../grade/grade-badge';
import { pointsText } from '../i18n/points';
import { routeNumber } from '../grade/route-number';
import { ScoredSheet } from './scored-sheet';

/** Basic + bonus = total, the grade now, and what is missing for the target. */
@Component({
  selector: 'lx-score-meter',
  imports: [GradeBadge, TranslocoDirective],
  templateUrl: './score-meter.html',
  styleUrl: './score-meter.less',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class ScoreMeter {
  protected readonly store = inject(ScoredSheet);
  protected readonly points = pointsText;
  protected readonly score = this.store.score;
  protected readonly route = computed(() => {
    const [scheme, score] = [this.scheme(), this.score()];
    return scheme && score?.grade ? routeNumber(scheme, score.grade, score.routeId) : '';
  });
  protected readonly scheme = this.store.scheme;
  protected readonly target = this.store.target;
  protected readonly mostLetters = computed(() => this.scheme()?.grades[0]?.id.length ?? 4);
  protected readonly progress = computed(() => {
    const progress = this.score()?.progress;
    return progress && progress.items > 0
      ? Math.floor((progress.answered / progress.items) * 100)
      : 0;
  });

  protected readonly facts = computed<readonly GradeFact[]>(() => {
    const [scheme, score, target] = [this.scheme(), this.score(), this.target()];
    if (!scheme || !score || !target || !scheme.grades.some(({ id }) => id === target)) return [];
    return explainGrade(scheme, score, target, this.store.facts()).filter(
      (fact) => fact.code !== 'bonus_at_least' || fact.missing > 0,
    );
  });

  /** Figures of a sentence as text, ready for the dictionary. */
  protected figures(fact: GradeFact): Record<string, string> {
    return Object.fromEntries(
      Object.entries(fact).map(([name, value]) => [
        name,
        typeof value === 'number' ? pointsText(value) : String(value),
      ]),
    );
  }
}
