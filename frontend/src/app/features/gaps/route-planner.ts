import { ChangeDetectionStrategy, Component, computed, inject, signal } from '@angular/core';
import { Router, RouterLink } from '@angular/router';
import { TranslocoDirective, TranslocoService } from '@jsverse/transloco';
import type { CorrectionStep } from '@liangxing/scoring';
import { Api } from '../../core/api/api';
import { Busy } from '../../core/once/busy';
import { SaveState } from '../../core/drafts/save-state';
import { Notices } from '../../core/errors/notices';
import { ProblemNotice } from '../../core/errors/problem-notice';
import { GradeBadge } from '../../core/grade/grade-badge';
import { LanguageService } from '../../core/i18n/language.service';
import { pointsText } from '../../core/i18n/points';
import { CurrentOrganization } from '../../core/session/current-organization';
import { correctionText, findingOf } from './correction-text';
import { EffortsAside } from './efforts-aside';
import { FigureField } from './figure-field';
import { GapsStore } from './gaps-store';
import { missingOf } from './grade-view';
import { routeNumber } from '../../core/grade/route-number';
import { type Plan, daysText, mostTenths, planPeriods } from './plan-view';

/** The cheapest set of corrections for a grade, computed anew as one changes an effort or leaves a correction out. */
@Component({
  selector: 'lx-route-planner',
  imports: [
    EffortsAside,
    FigureField,
    GradeBadge,
    ProblemNotice,
    RouterLink,
    SaveState,
    TranslocoDirective,
  ],
  templateUrl: './route-planner.html',
  styleUrl: './route-planner.less',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class RoutePlanner {
  private readonly api = inject(Api);
  private readonly notices = inject(Notices);
  private readonly transloco = inject(TranslocoService);
  private readonly router = inject(Router);
  private readonly language = inject(LanguageService);
  private readonly organization = inject(CurrentOrganization);
  protected readonly store = inject(GapsStore);
  /** The usual ones, and the stored one if it is none of them. */
  protected readonly periods = computed(() =>
    [...new Set([...planPeriods, this.store.horizon()])].sort((a, b) => a - b),
  );

  protected readonly points = pointsText;
  protected readonly days = daysText;
  protected readonly lists: readonly (keyof Plan)[] = ['chosen', 'others', 'beyond', 'excluded'];
  protected readonly list = signal<keyof Plan>('chosen');
  protected readonly turning = new Busy();
  protected readonly fixed = this.store.fixed;
  protected readonly canWrite = computed(
    () =>
      this.organization.can('assessments:write') &&
      this.fixed() === '' &&
      this.store.saver.tooLate() === null,
  );
  protected readonly canImprove = computed(() => this.organization.can('improvements:write'));
  protected readonly shown = computed(() => this.store.plan()?.[this.list()] ?? []);
  /** What is still missing on the route that is nearest after everything that is allowed. */
  protected readonly stillMissing = computed(() => {
    const gap = this.store.route()?.gap;
    const nearest = gap?.routes.find(({ routeId }) => routeId === gap.nearestRouteId);
    return nearest ? missingOf(nearest) : [];
  });
  protected readonly routeNumber = computed(() => {
    const [opened, route] = [this.store.opened(), this.store.route()];
    return opened && route ? routeNumber(opened.scheme, route.gradeId, route.routeId) : '';
  });
  protected readonly mostLetters = computed(() => this.store.grades()[0]?.length ?? 4);

  protected choose(event: Event): void {
    this.store.chooseTarget((event.target as HTMLSelectElement).value);
  }

  protected exclude(correctionId: string, isExcluded: boolean): void {
    this.store.saver.setExcluded(correctionId, isExcluded);
  }

  protected turnIntoActions(): void {
    void this.turning.run(() => this.addActions(), JSON.stringify(this.store.route()));
  }

  private async addActions(): Promise<void> {
    const [opened, route] = [this.store.opened(), this.store.route()];
    if (!opened || !route) return;
    try {
      const corrections = route.items.flatMap((item) =>
        item.steps.filter(isMended).map((step) => {
          const language = this.language.current();
          const said = correctionText(opened.scheme, step, step.times, language);
          const { key, params } = findingOf(said);
          return {
            itemId: step.itemId,
            ruleId: (step.ruleId ?? step.correctionId).slice(0, 60),
            text: this.transloco.translate<string>(key, params).slice(0, 2000),
            effort: Math.min(step.effort, mostTenths) / 10,
          };
        }),
      );
      const added = await this.api.post('/corrective-actions/from-route', {
        body: { assessmentId: opened.assessment.id, corrections },
      });
      this.sayAdded(added.length);
    } catch (error) {
      this.notices.failed(error);
    }
  }

  private sayAdded(count: number): void {
    const key = count > 0 ? 'gaps.turned' : 'gaps.turnedNone';
    this.notices.done(this.transloco.translate(key, { count }), {
      label: this.transloco.translate('gaps.seeActions'),
      run: () => void this.router.navigate(['/o', this.organization.id(), 'actions']),
    });
  }
}

/** Judging an item is not a corrective action. */
function isMended({ kind }: CorrectionStep): boolean {
  return kind !== 'answer';
}
