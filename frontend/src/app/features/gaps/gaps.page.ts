import {
  ChangeDetectionStrategy,
  Component,
  computed,
  effect,
  inject,
  untracked,
} from '@angular/core';
import { TranslocoDirective } from '@jsverse/transloco';
import { textIn } from '@liangxing/scheme';
import { summariseReadiness } from '@liangxing/scoring';
import { ProblemNotice } from '../../core/errors/problem-notice';
import { GradeBadge } from '../../core/grade/grade-badge';
import { LanguageService } from '../../core/i18n/language.service';
import { pointsText } from '../../core/i18n/points';
import { CurrentOrganization } from '../../core/session/current-organization';
import { WhoBegins } from '../../core/session/who-begins';
import { CurrentAssessment } from '../../core/assessment/current-assessment';
import { ConditionsVerdict } from '../conditions';
import { EffortsSaver } from './efforts-saver';
import { GapsStore } from './gaps-store';
import { GradeTable } from './grade-table';
import { Losses } from './losses';
import { ReadinessPlan } from './readiness-plan';
import { ReadinessTable } from './readiness-table';
import { RoutePlanner } from './route-planner';

/** 差距与路径: where points are lost, what each grade still asks for, and the cheapest way to the target. */
@Component({
  selector: 'lx-gaps-page',
  imports: [
    ConditionsVerdict,
    GradeBadge,
    GradeTable,
    Losses,
    ProblemNotice,
    ReadinessPlan,
    ReadinessTable,
    RoutePlanner,
    TranslocoDirective,
    WhoBegins,
  ],
  providers: [EffortsSaver, GapsStore],
  templateUrl: './gaps.page.html',
  styleUrl: './gaps.page.less',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class GapsPage {
  private readonly organization = inject(CurrentOrganization);
  private readonly current = inject(CurrentAssessment);
  private readonly language = inject(LanguageService);
  protected readonly store = inject(GapsStore);

  protected readonly points = pointsText;
  protected readonly scheme = computed(() => this.store.opened()?.scheme ?? null);
  protected readonly schemeTitle = computed(() => {
    const scheme = this.scheme();
    return scheme ? textIn(scheme.title, this.language.current()) : '';
  });
  protected readonly mostLetters = computed(() => this.store.grades()[0]?.length ?? 4);
  protected readonly essentialGaps = computed(() => {
    const opened = this.store.opened();
    return opened ? summariseReadiness(opened.scheme, opened.readiness).essentialGaps.length : 0;
  });

  constructor() {
    effect(() => {
      this.current.chosenId();
      if (this.organization.id()) untracked(() => void this.store.load());
    });
  }
}
