import { ChangeDetectionStrategy, Component, computed, inject, signal } from '@angular/core';
import { Router, RouterLink } from '@angular/router';
import { TranslocoDirective, TranslocoService } from '@jsverse/transloco';
import { type CorrectionStep, longestMonths } from '@liangxing/scoring';
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
import { GapsStore } from './gaps-store';
import { missingOf, routeNumber } from './grade-view';
import {
  type Plan,
  type PlanRow,
  daysText,
  mostTenths,
  readDays,
  readMonths,
  planPeriods,
} from './plan-view';

/** The cheapest set of corrections for a grade, computed anew as one changes an effort or leaves a correction out. */
@Component({
  selector: 'lx-route-planner',
  imports: [GradeBadge, ProblemNotice, RouterLink, SaveState, TranslocoDirective],
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
  protected readonly mostDays = mostTenths / 10;
  protected readonly lists: readonly (keyof Plan)[] = ['chosen', 'others', 'beyond', 'excluded'];
  protected readonly list = signal<keyof Plan>('chosen');
  /** The field whose text could not be read and was put back: `days:` or `months:` with the correction's id. */
  protected readonly refused = signal('');
  protected readonly mostMonths = longestMonths;
  protected readonly turning = new Busy();
  protected readonly canWrite = computed(() => this.organization.can('assessments:write'));
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

  protected typeEffort({ id, effort }: PlanRow, event: Event): void {
    const tenths = this.read(`days:${id}`, event, (text) => readDays(text, mostTenths));
    if (tenths !== null && tenths !== effort) this.store.saver.setEffort(id, tenths);
  }

  protected typeMonths({ id, months }: PlanRow, event: Event): void {
    const typed = this.read(`months:${id}`, event, (text) => readMonths(text, longestMonths));
    if (typed !== null && typed !== months) this.store.saver.setMonths(id, typed);
  }

  /** What could not be read is put back as it was, and said so. */
  protected leave(field: string, before: string, event: Event): void {
    const input = event.target as HTMLInputElement;
    if (input.getAttribute('aria-invalid') !== 'true') return;
    input.value = before;
    input.setAttribute('aria-invalid', 'false');
    this.refused.set(field);
  }

  private read(field: string, event: Event, reading: (text: string) => number | null) {
    const input = event.target as HTMLInputElement;
    const value = reading(input.value);
    input.setAttribute('aria-invalid', String(value === null));
    if (this.refused() === field) this.refused.set('');
    return value;
  }

  protected exclude(correctionId: string, isExcluded: boolean): void {
    this.store.saver.setExcluded(correctionId, isExcluded);
  }

  protected turnIntoActions(): void {
    void this.turning.run(() => this.addActions());
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
