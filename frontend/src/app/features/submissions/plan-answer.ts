import {
  ChangeDetectionStrategy,
  Component,
  computed,
  inject,
  input,
  output,
  signal,
} from '@angular/core';
import { TranslocoDirective, TranslocoService } from '@jsverse/transloco';
import { type CaseState, enterpriseMovesFrom, planAsTold } from '@liangxing/contracts';
import { Api } from '../../core/api/api';
import type { SubmissionWithLettersDto } from '../../core/api/generated/openapi';
import { keepForm } from '../../core/drafts/kept-form';
import { KeptNote } from '../../core/drafts/kept-note';
import { typedFrom } from '../../core/drafts/typed-from';
import { Notices } from '../../core/errors/notices';
import { type Problem, problemOf } from '../../core/errors/problem';
import { ProblemNotice } from '../../core/errors/problem-notice';
import { PlanShown } from '../../core/letters/plan-shown';
import { Busy } from '../../core/once/busy';

/** Before a plan was sent, or since it was taken back. */
const WITHOUT_PLAN: readonly CaseState[] = [
  ...(['submitted', 'received', 'checking', 'correcting', 'accepted', 'rejected'] as const),
];

/** 评价计划 as the body sent it: what the enterprise confirms, or objects to with a reason. */
@Component({
  selector: 'lx-plan-answer',
  imports: [KeptNote, PlanShown, ProblemNotice, TranslocoDirective],
  template: `
    @if (letter(); as sent) {
      <section *transloco="let t" data-testid="plan-answer">
        <div class="head">
          <h2>{{ t('submissions.plan.title') }}</h2>
          <button type="button" class="ant-btn ant-btn-sm" (click)="print()">
            <span>{{ t('submissions.plan.print') }}</span>
          </button>
        </div>
        @if (changedOn(); as on) {
          <p class="muted" data-testid="plan-changed">
            {{ t('submissions.plan.changed', { on }) }}
          </p>
        }
        @if (plan(); as shown) {
          <lx-plan-shown [plan]="shown" />
        }
        @if (canAnswer() || text() !== '') {
          <form novalidate class="print-none" (submit)="confirm($event, sent.number)">
            <p class="muted small">{{ t('submissions.plan.hint') }}</p>
            <lx-problem-notice [problem]="problem()" [listFields]="true" />
            <lx-kept-note [kept]="kept" />
            <label>
              {{ t('submissions.plan.text') }}
              <textarea
                #field
                [value]="text()"
                (input)="text.set(field.value)"
                class="ant-input"
                rows="2"
                maxlength="4000"
                data-testid="plan-text"
              ></textarea>
            </label>
            @if (isUnsaid()) {
              <p class="blocks" role="alert" data-testid="plan-reason-first">
                {{ t('submissions.plan.reasonFirst') }}
              </p>
            }
            @if (!canAnswer()) {
              <p class="blocks" role="alert" data-testid="impossible">
                {{ t('letters.impossible', { state: t('letters.states.' + submission().state) }) }}
              </p>
            }
            <div class="buttons">
              @if (canAnswer()) {
                <button
                  type="submit"
                  class="ant-btn ant-btn-primary"
                  data-testid="plan-confirm"
                  [disabled]="busy.isBusy()"
                >
                  <span>{{ t('submissions.plan.confirm') }}</span>
                </button>
                <button
                  type="button"
                  class="ant-btn"
                  data-testid="plan-object"
                  [disabled]="busy.isBusy()"
                  (click)="object(sent.number)"
                >
                  <span>{{ t('submissions.plan.object') }}</span>
                </button>
              } @else {
                <button type="button" class="ant-btn" (click)="text.set('')">
                  <span>{{ t('actions.cancel') }}</span>
                </button>
              }
            </div>
          </form>
        }
      </section>
    }
  `,
  styleUrl: './submissions.less',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class PlanAnswer {
  private readonly api = inject(Api);
  private readonly notices = inject(Notices);
  private readonly transloco = inject(TranslocoService);

  readonly submission = input.required<SubmissionWithLettersDto>();
  readonly canWrite = input(false);
  /** The application is to be read again. */
  readonly answered = output();

  protected readonly busy = new Busy();
  protected readonly problem = signal<Problem | null>(null);
  private readonly place = computed(() => `submission:${this.submission().id}:plan`);
  protected readonly text = typedFrom<string, string>(
    () => this.place(),
    () => '',
  );
  protected readonly kept = keepForm<string>({
    place: () => this.place(),
    typed: () => this.text() || null,
    show: (kept = '') => this.text.set(kept),
  });
  protected readonly isUnsaid = signal(false);
  /** The newest with a plan; null: none counts now. */
  protected readonly letter = computed(() => {
    const { state, letters } = this.submission();
    if (WITHOUT_PLAN.includes(state)) return null;
    return letters.findLast(({ kind }) => kind === 'plan_sent') ?? null;
  });
  private readonly told = computed(() =>
    this.letter() === null ? null : planAsTold(this.submission().letters),
  );
  protected readonly changedOn = computed(() => this.told()?.changedOn ?? null);
  /** As it was sent, with the names of who evaluates by now. */
  protected readonly plan = computed(() => this.told()?.plan ?? null);
  protected readonly canAnswer = computed(
    () => this.canWrite() && enterpriseMovesFrom(this.submission().state).includes('confirm_plan'),
  );

  protected print(): void {
    globalThis.print();
  }

  protected async confirm(event: Event, plan: number): Promise<void> {
    event.preventDefault();
    if (!this.canAnswer()) return;
    this.isUnsaid.set(false);
    const asked = { id: this.submission().id, body: { plan, text: this.text() } };
    await this.write('planConfirmed', () =>
      this.api.post('/submissions/{id}/plan-confirmation', asked),
    );
  }

  protected async object(plan: number): Promise<void> {
    this.isUnsaid.set(this.text().trim() === '');
    if (this.isUnsaid()) return;
    const asked = { id: this.submission().id, body: { plan, text: this.text() } };
    await this.write('planObjected', () =>
      this.api.post('/submissions/{id}/plan-objection', asked),
    );
  }

  /** What was typed stays where it was not sent; what was refused because another plan came is read again. */
  private async write(done: string, send: () => Promise<unknown>): Promise<void> {
    this.problem.set(null);
    try {
      await this.busy.run(async () => {
        await send();
        this.kept.forget();
        this.text.set('');
        this.notices.done(this.transloco.translate(`submissions.done.${done}`));
        this.answered.emit();
      }, done);
    } catch (error) {
      const problem = problemOf(error);
      this.problem.set(problem);
      if (problem.status === 409) this.answered.emit();
    }
  }
}
