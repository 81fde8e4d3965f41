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
import type { NextStepDto } from '../../core/api/generated/openapi';
import { type Problem, problemOf } from '../../core/errors/problem';
import { ProblemNotice } from '../../core/errors/problem-notice';
import { GradeBadge } from '../../core/grade/grade-badge';
import { pointsText } from '../../core/i18n/points';
import { CurrentOrganization } from '../../core/session/current-organization';
import { journeyOf } from '../../core/overview/journey';
import { ConditionsVerdict } from '../conditions';
import { CheckFigures } from './check-figures';
import { OverviewService } from '../../core/overview/overview.service';

/** Where a next step is done: code of the step → path below the enterprise. */
const pathOfStep: Readonly<Record<string, string>> = {
  meet_conditions: 'conditions',
  confirm_conditions: 'conditions',
  complete_profile: 'profile',
  import_standards: 'standards/import',
  create_system: 'system',
  place_standards: 'system',
  build_system: 'system',
  round_off_system: 'system',
  mend_standards: 'standards',
  replace_expired: 'standards/currency',
  start_assessment: 'assessment',
  answer_items: 'assessment',
  meet_essential: 'assessment',
  attach_evidence: 'assessment',
  close_gap: 'gaps',
  finish_actions: 'actions',
  build_dossier: 'dossiers',
};

/** 工作台: the journey, the grade now and the target, what to do next, and the counts. */
@Component({
  selector: 'lx-overview-page',
  imports: [
    RouterLink,
    TranslocoDirective,
    ProblemNotice,
    CheckFigures,
    ConditionsVerdict,
    GradeBadge,
  ],
  templateUrl: './overview-page.html',
  styleUrl: './overview-page.less',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class OverviewPage {
  private readonly service = inject(OverviewService);
  protected readonly organization = inject(CurrentOrganization);

  protected readonly problem = signal<Problem | null>(null);
  protected readonly overview = this.service.current;
  protected readonly steps = computed(() => journeyOf(this.overview()));
  protected readonly points = pointsText;
  protected readonly maxLevel = computed(() =>
    Math.max(1, ...(this.overview()?.standards.byLevel.map(({ count }) => count) ?? [])),
  );

  constructor() {
    effect(() => {
      if (this.organization.id()) untracked(() => void this.load());
    });
  }

  protected async load(): Promise<void> {
    this.problem.set(null);
    try {
      await this.service.refresh();
    } catch (error) {
      this.problem.set(problemOf(error));
    }
  }

  protected linkOf(step: NextStepDto): string[] {
    // Who may not import is led to the register itself.
    const isBarred = step.code === 'import_standards' && !this.organization.can('standards:write');
    const path = isBarred ? 'standards' : (pathOfStep[step.code] ?? 'overview');
    return ['/o', this.organization.id(), ...path.split('/')];
  }

  /** Opens the page where the step is done, not only the screen. */
  protected panelOf({ code, params }: NextStepDto): Record<string, string> | null {
    if (code === 'place_standards') return { panel: 'unplaced' };
    if (code === 'meet_essential') return { item: String(params['item']) };
    return code === 'build_system' || code === 'round_off_system' ? { panel: 'steps' } : null;
  }

  protected share(part: number, whole: number): number {
    return whole > 0 ? Math.min(100, (part / whole) * 100) : 0;
  }
}
