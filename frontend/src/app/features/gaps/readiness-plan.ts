import {
  ChangeDetectionStrategy,
  Component,
  computed,
  inject,
  input,
  linkedSignal,
} from '@angular/core';
import { Router, RouterLink } from '@angular/router';
import { TranslocoDirective, TranslocoService } from '@jsverse/transloco';
import { type Scheme, findItem, textIn } from '@liangxing/scheme';
import {
  type ItemReadiness,
  type UnmetItem,
  largestEffort,
  longestMonths,
  missingReasons,
  reasonText,
  unmetItems,
  withOwnFigures,
} from '@liangxing/scoring';
import { Api } from '../../core/api/api';
import { SaveState } from '../../core/drafts/save-state';
import { Notices } from '../../core/errors/notices';
import { ProblemNotice } from '../../core/errors/problem-notice';
import { LanguageService } from '../../core/i18n/language.service';
import { Busy } from '../../core/once/busy';
import { CurrentOrganization } from '../../core/session/current-organization';
import { wholeNumbers } from './efforts';
import { EffortsSaver } from './efforts-saver';
import { EffortsAside } from './efforts-aside';
import { FigureField } from './figure-field';
import { daysText, mostTenths } from './plan-view';

/** What one action of a readiness item is about: there is one for each item. */
const RULE = 'readiness';

/**
 * Items that are not met, the essential ones first and of those the quickest by our estimates; what each takes can be
 * written over, and is kept by item. Chosen ones become actions.
 */
@Component({
  selector: 'lx-readiness-plan',
  imports: [EffortsAside, FigureField, ProblemNotice, RouterLink, SaveState, TranslocoDirective],
  templateUrl: './readiness-plan.html',
  styleUrl: './readiness-plan.less',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class ReadinessPlan {
  private readonly api = inject(Api);
  private readonly notices = inject(Notices);
  private readonly transloco = inject(TranslocoService);
  private readonly router = inject(Router);
  private readonly language = inject(LanguageService);
  private readonly organization = inject(CurrentOrganization);
  protected readonly saver = inject(EffortsSaver);

  readonly assessmentId = input.required<string>();
  /** Why efforts cannot be changed, as a key of the texts; empty: they can. */
  readonly fixed = input('');
  readonly scheme = input.required<Scheme>();
  readonly readiness = input.required<readonly ItemReadiness[]>();

  protected readonly days = daysText;
  protected readonly turning = new Busy();
  protected readonly canWrite = computed(
    () =>
      this.organization.can('assessments:write') &&
      this.fixed() === '' &&
      this.saver.tooLate() === null,
  );
  protected readonly canImprove = computed(() => this.organization.can('improvements:write'));
  private readonly unmet = computed(() => unmetItems(this.scheme(), this.readiness()));
  protected readonly rows = computed(() => {
    const { efforts, months } = this.saver.current();
    const own = {
      efforts: wholeNumbers(efforts, largestEffort),
      months: wholeNumbers(months, longestMonths),
    };
    return withOwnFigures(this.unmet(), own).map((unmet) => this.rowOf(unmet));
  });
  /** The essential ones until somebody chooses. */
  protected readonly chosen = linkedSignal<ReadonlySet<string>>(
    () =>
      new Set(this.unmet().flatMap(({ item }) => (item.need === 'essential' ? [item.itemId] : []))),
  );
  protected readonly effort = computed(() =>
    this.rows()
      .filter(({ id }) => this.chosen().has(id))
      .reduce((sum, { effort }) => sum + effort, 0),
  );

  private rowOf({ item, effort, months }: UnmetItem) {
    const language = this.language.current();
    const found = findItem(this.scheme(), item.itemId);
    return {
      id: item.itemId,
      topic: found ? textIn(found.topic, language) : '',
      need: item.need,
      state: item.state,
      missing: missingReasons(item.derived).map((reason) => reasonText(reason, language)),
      effort,
      months,
    };
  }

  protected choose(id: string, isChosen: boolean): void {
    const chosen = new Set(this.chosen());
    if (isChosen) chosen.add(id);
    else chosen.delete(id);
    this.chosen.set(chosen);
  }

  protected chooseAll(isChosen: boolean): void {
    this.chosen.set(new Set(isChosen ? this.rows().map(({ id }) => id) : []));
  }

  protected turnIntoActions(): void {
    void this.turning.run(() => this.addActions(), [...this.chosen()].join());
  }

  private async addActions(): Promise<void> {
    const corrections = this.rows()
      .filter(({ id }) => this.chosen().has(id))
      .map(({ id, topic, missing, effort }) => ({
        itemId: id,
        ruleId: RULE,
        text: [`${topic}：`, ...missing].join('').slice(0, 2000),
        effort: Math.min(effort, mostTenths) / 10,
      }));
    try {
      const added = await this.api.post('/corrective-actions/from-route', {
        body: { assessmentId: this.assessmentId(), corrections },
      });
      const key = added.length > 0 ? 'gaps.turned' : 'gaps.turnedNone';
      this.notices.done(this.transloco.translate(key, { count: added.length }), {
        label: this.transloco.translate('gaps.seeActions'),
        run: () => void this.router.navigate(['/o', this.organization.id(), 'actions']),
      });
    } catch (error) {
      this.notices.failed(error);
    }
  }
}
