import {
  ChangeDetectionStrategy,
  Component,
  computed,
  effect,
  inject,
  untracked,
} from '@angular/core';
import { TranslocoDirective } from '@jsverse/transloco';
import { bodyMovesFrom, planAsTold, type CaseState } from '@liangxing/contracts';
import { CaseStore } from '../../core/case/case-store';
import { ProblemNotice } from '../../core/errors/problem-notice';
import { PlanShown } from '../../core/letters/plan-shown';
import { CurrentOrganization } from '../../core/session/current-organization';
import { SessionService } from '../../core/session/session.service';
import { AgendaForm } from './agenda-form';
import { MeetingForm } from './meeting-form';
import { PlanForm } from './plan-form';
import { PlanMove } from './plan-move';
import { PlanStore } from './plan-store';
import { TeamPart } from './team-part';

/** While the plan is drawn up: nothing of it is with the enterprise. */
const DRAFTING: readonly CaseState[] = ['accepted', 'plan_objected'];
/** 评价计划 of a case: who evaluates, when, where and how; and the meetings with which it begins and ends. */
@Component({
  selector: 'lx-plan-page',
  imports: [
    AgendaForm,
    MeetingForm,
    PlanForm,
    PlanMove,
    PlanShown,
    ProblemNotice,
    TeamPart,
    TranslocoDirective,
  ],
  templateUrl: './plan.page.html',
  styleUrl: './plans.less',
  providers: [PlanStore],
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class PlanPage {
  private readonly organization = inject(CurrentOrganization);
  private readonly session = inject(SessionService);
  protected readonly cases = inject(CaseStore);
  protected readonly store = inject(PlanStore);

  protected readonly canPlan = computed(() => this.organization.can('cases:plan'));
  /** Of the team, declared to be independent, or who plans: meetings are theirs to write down. */
  protected readonly canRecord = computed(() => {
    const id = this.session.user()?.id;
    const own = this.store.team().find(({ userId }) => userId === id);
    return this.canPlan() || own?.declaration?.relation === 'none';
  });
  protected readonly state = computed(() => this.cases.state() ?? 'submitted');
  protected readonly isDrafting = computed(() => DRAFTING.includes(this.state()));
  protected readonly moves = computed(() => bodyMovesFrom(this.state()));
  private readonly letters = computed(() => this.cases.found()?.letters ?? []);
  private readonly told = computed(() => planAsTold(this.letters()));
  /** As it was sent last, with the names of who evaluates by now. */
  protected readonly sent = computed(() => this.told()?.plan ?? null);
  protected readonly changedOn = computed(() => this.told()?.changedOn ?? null);
  /** Why the enterprise objects to it. */
  protected readonly objection = computed(() =>
    this.state() === 'plan_objected'
      ? (this.letters().findLast(({ kind }) => kind === 'plan_objected')?.text ?? '')
      : '',
  );
  protected readonly meetings = computed(() => {
    const [state, all] = [this.state(), this.store.page()?.meetings ?? []];
    const opened = state === 'planned' ? ['first'] : ['first', 'closing'];
    const isHeld = ['evaluating', 'rectifying', 'planned'].includes(state);
    return all.filter(({ kind, version }) => version > 0 || (isHeld && opened.includes(kind)));
  });

  constructor() {
    effect(() => {
      const id = this.cases.found()?.id;
      // Where the case has moved on, what belongs to it may be another one as well.
      this.cases.state();
      if (id !== undefined) untracked(() => void this.show(id));
    });
  }

  protected print(): void {
    globalThis.print();
  }

  /** Something was done by which the case is another one. */
  protected async moved(): Promise<void> {
    await this.cases.read();
    await this.store.read();
  }

  private shown = '';

  private async show(id: string): Promise<void> {
    if (this.shown === id) return this.store.read();
    this.shown = id;
    await this.store.open(id);
  }
}
