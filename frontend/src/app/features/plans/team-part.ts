import { ChangeDetectionStrategy, Component, computed, inject, input, signal } from '@angular/core';
import { TranslocoDirective, TranslocoService } from '@jsverse/transloco';
import {
  type CaseState,
  TEAM_ROLES,
  TEAM_TOLD_STATES,
  teamChangesIn,
  type TeamRole,
} from '@liangxing/contracts';
import { Api } from '../../core/api/api';
import { CaseStore } from '../../core/case/case-store';
import type { CaseTeamMemberDto } from '../../core/api/generated/openapi';
import { Confirm } from '../../core/dialog/confirm';
import { Notices } from '../../core/errors/notices';
import { type Problem, problemOf } from '../../core/errors/problem';
import { ProblemNotice } from '../../core/errors/problem-notice';
import { TimePipe } from '../../core/i18n/time.pipe';
import { Busy } from '../../core/once/busy';
import { SessionService } from '../../core/session/session.service';
import { DeclarationForm } from './declaration-form';
import { PlanStore } from './plan-store';

/** 评价组: who evaluates, whether they are independent and able to, and whether they have the time. */
@Component({
  selector: 'lx-team-part',
  imports: [DeclarationForm, ProblemNotice, TimePipe, TranslocoDirective],
  templateUrl: './team-part.html',
  styleUrl: './plans.less',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class TeamPart {
  private readonly api = inject(Api);
  private readonly confirm = inject(Confirm);
  private readonly notices = inject(Notices);
  private readonly transloco = inject(TranslocoService);
  private readonly session = inject(SessionService);
  private readonly cases = inject(CaseStore);
  protected readonly store = inject(PlanStore);

  readonly canPlan = input(false);
  readonly state = input.required<CaseState>();

  /** After the closing meeting the lead alone can be another one. */
  protected readonly roles = computed(() =>
    teamChangesIn(this.state()) === 'lead' ? (['lead'] as const) : TEAM_ROLES,
  );
  protected readonly busy = new Busy();
  protected readonly problem = signal<Problem | null>(null);
  /** Nobody was chosen to be added. */
  protected readonly isUnchosen = signal(false);
  protected readonly isOpen = computed(() => teamChangesIn(this.state()) !== 'none');
  /** The own line; null: not in the team. */
  protected readonly own = computed(() => {
    const id = this.session.user()?.id;
    return this.store.team().find(({ userId }) => userId === id) ?? null;
  });
  /** Members who are not in the team yet. */
  protected readonly free = computed(() => {
    const taken = new Set(this.store.team().map(({ userId }) => userId));
    return (this.store.page()?.candidates ?? []).filter(({ userId }) => !taken.has(userId));
  });
  /** What speaks against whom, of the competence. */
  protected readonly warnings = computed(
    () =>
      new Map(
        (this.store.page()?.candidates ?? []).map(({ userId, warnings }) => [userId, warnings]),
      ),
  );

  protected warned(warnings: readonly string[]): string {
    const parting = this.transloco.translate<string>('parting.names');
    return warnings
      .map((one) => this.transloco.translate<string>(`plans.warnings.${one}`))
      .join(parting);
  }

  protected async add(event: Event, userId: string, role: string): Promise<void> {
    event.preventDefault();
    this.isUnchosen.set(userId === '');
    if (userId === '') return;
    const body = { userId, role: role as TeamRole };
    await this.write('added', userId, async () => {
      await this.api.post('/cases/{id}/team', { id: this.cases.id(), body });
      return true;
    });
  }

  /** Whoever scores already is told apart: the sheet counts no more. */
  protected async remove({ userId, name }: CaseTeamMemberDto): Promise<void> {
    const id = this.cases.id();
    const isScoring = this.state() === 'evaluating' || this.state() === 'rectifying';
    const say = (key: string): string => this.transloco.translate(`plans.${key}`, { name });
    const asked = {
      title: say('takeOutSure.title'),
      text: say(isScoring ? 'takeOutSure.scoring' : 'takeOutSure.text'),
      sure: say('takeOut'),
    };
    await this.write('removed', userId, async () => {
      if (!(await this.confirm.isSure(asked))) return false;
      await this.api.delete('/cases/{id}/team/{userId}', { id, userId });
      return true;
    });
  }

  /** The team is another one; during the evaluation the enterprise was told, and the case is another version. */
  protected async changed(): Promise<void> {
    await this.store.read();
    if (TEAM_TOLD_STATES.includes(this.state())) await this.cases.read();
  }

  /**
   * @param userId whom it is about: another person is no second click
   * @param send false: nothing was done
   */
  private async write(done: string, userId: string, send: () => Promise<boolean>): Promise<void> {
    this.problem.set(null);
    try {
      await this.busy.run(async () => {
        if (!(await send())) return;
        this.notices.done(this.transloco.translate(`plans.${done}`));
        await this.changed();
      }, `${done} ${userId}`);
    } catch (error) {
      const problem = problemOf(error);
      this.problem.set(problem);
      if (problem.code === 'case_moved') await this.cases.read();
      if (problem.status === 404 || problem.status === 409) await this.store.read();
    }
  }
}
