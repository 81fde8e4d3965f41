import {
  ChangeDetectionStrategy,
  Component,
  computed,
  inject,
  input,
  output,
  signal,
} from '@angular/core';
import { TranslocoDirective } from '@jsverse/transloco';
import {
  asksForCorrection,
  FINDING_LIMITS,
  FINDING_MOVES,
  movesFrom,
  roundsOf,
  stateOfSent,
} from '@liangxing/contracts';
import { Api } from '../../core/api/api';
import type { SubmissionWithLettersDto } from '../../core/api/generated/openapi';
import { DateField } from '../../core/date-field/date-field';
import { type Problem, problemOf } from '../../core/errors/problem';
import { ProblemNotice } from '../../core/errors/problem-notice';
import { Busy } from '../../core/once/busy';

/** 不符合项 that the body sent, as they stand by the letters; each is answered with its cause and what was done. */
@Component({
  selector: 'lx-finding-answers',
  imports: [DateField, ProblemNotice, TranslocoDirective],
  template: `
    <ng-container *transloco="let t">
      @if (findings().length > 0) {
        <h2>{{ t('submissions.findings.title') }}</h2>
      }
      @for (one of findings(); track one.number) {
        <section data-testid="sent-finding" [attr.data-number]="one.number">
          <h3>
            {{ t('submissions.findings.numbered', { number: one.number }) }}
            <span class="chip" [class.block]="one.severity === 'major'">{{
              t('submissions.findings.severities.' + one.severity)
            }}</span>
            <span
              class="chip"
              [class.good]="one.state === 'verified'"
              data-testid="finding-state"
              >{{
                t(
                  one.isAsked
                    ? 'submissions.findings.states.' + one.state
                    : 'submissions.findings.observed'
                )
              }}</span
            >
          </h3>
          <p class="muted small">
            {{ one.itemId }} {{ one.topic }}
            @if (one.requirement) {
              · {{ one.requirement }}
            }
            @if (one.department) {
              · {{ one.department }}
            }
          </p>
          <p class="question">{{ one.text }}</p>
          @for (round of one.rounds; track round.answer.number) {
            <p class="question">
              {{ t('submissions.findings.cause') }}{{ t('parting.said')
              }}{{ round.answer.findingAnswer?.cause }}
            </p>
            <p class="question">
              {{ t('submissions.findings.correction') }}{{ t('parting.said')
              }}{{ round.answer.findingAnswer?.correction }}
              {{ round.answer.findingAnswer?.doneOn }}
            </p>
            @if (round.judgement?.text; as said) {
              <p class="question">
                {{ t('submissions.findings.judgement') }}{{ t('parting.said') }}{{ said }}
              </p>
            }
          }
          @if (one.isAnswerable || held().includes(one.number)) {
            <form
              novalidate
              data-testid="finding-answer-form"
              (input)="hold(one.number)"
              (submit)="
                send($event, one.number, cause.value, correction.value, done.value, more.value)
              "
            >
              <lx-problem-notice
                [problem]="failed() === one.number ? problem() : null"
                [listFields]="true"
              />
              <label>
                {{ t('submissions.findings.cause') }} *
                <textarea
                  #cause
                  class="ant-input"
                  rows="3"
                  [maxLength]="limits.cause"
                  data-testid="finding-cause"
                ></textarea>
              </label>
              <label>
                {{ t('submissions.findings.correction') }} *
                <textarea
                  #correction
                  class="ant-input"
                  rows="3"
                  [maxLength]="limits.correction"
                  data-testid="finding-correction"
                ></textarea>
              </label>
              <label>
                {{ t('submissions.findings.doneOn') }} *
                <input lxDate #done class="ant-input" data-testid="finding-done" />
              </label>
              <label>
                {{ t('submissions.findings.more') }}
                <textarea #more class="ant-input" rows="2" maxlength="4000"></textarea>
              </label>
              @if (lacking() === one.number) {
                <p class="blocks" role="alert">{{ t('submissions.findings.lacks') }}</p>
              }
              @if (!one.isAnswerable) {
                <p class="blocks" role="alert" data-testid="impossible">
                  {{
                    t('letters.impossible', { state: t('letters.states.' + submission().state) })
                  }}
                </p>
              }
              <div class="buttons">
                @if (one.isAnswerable) {
                  <button
                    type="submit"
                    class="ant-btn ant-btn-primary"
                    data-testid="finding-send"
                    [disabled]="busy.isBusy()"
                  >
                    <span>{{ t('submissions.findings.send') }}</span>
                  </button>
                } @else {
                  <button type="button" class="ant-btn" (click)="release(one.number)">
                    <span>{{ t('actions.cancel') }}</span>
                  </button>
                }
              </div>
            </form>
          }
        </section>
      }
    </ng-container>
  `,
  styleUrl: './submissions.less',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class FindingAnswers {
  private readonly api = inject(Api);

  readonly submission = input.required<SubmissionWithLettersDto>();
  readonly canWrite = input.required<boolean>();
  readonly sent = output();
  /** The application stands otherwise by now: it is to be read again. */
  readonly stale = output();

  protected readonly limits = FINDING_LIMITS;
  protected readonly busy = new Busy();
  protected readonly problem = signal<Problem | null>(null);
  /** Numbers of the findings whose answers were not taken. */
  protected readonly failed = signal(0);
  protected readonly lacking = signal(0);
  /** Numbers of the findings whose forms hold a text: it stays though it cannot be sent any more. */
  protected readonly held = signal<readonly number[]>([]);
  protected readonly canAnswer = computed(
    () => this.canWrite() && this.submission().state === 'rectifying',
  );
  protected readonly findings = computed(() => {
    const { letters } = this.submission();
    return letters
      .flatMap(({ findings }) => findings)
      .map((finding) => {
        const rounds = roundsOf(letters, finding.number);
        const state = stateOfSent(rounds);
        const isAsked = asksForCorrection(finding);
        const isNext = movesFrom(FINDING_MOVES, state).includes('answer');
        const isAnswerable = isAsked && isNext && this.canAnswer();
        return { ...finding, rounds, state, isAsked, isAnswerable };
      });
  });

  protected hold(finding: number): void {
    if (!this.held().includes(finding)) this.held.update((held) => [...held, finding]);
  }

  protected release(finding: number): void {
    this.held.update((held) => held.filter((one) => one !== finding));
  }

  protected async send(
    event: Event,
    finding: number,
    cause: string,
    correction: string,
    doneOn: string,
    text: string,
  ): Promise<void> {
    event.preventDefault();
    if (!this.findings().some((one) => one.number === finding && one.isAnswerable)) return;
    const isLacking = [cause, correction, doneOn].some((each) => each.trim() === '');
    this.lacking.set(isLacking ? finding : 0);
    if (isLacking) return;
    this.problem.set(null);
    const asked = { id: this.submission().id, finding, body: { cause, correction, doneOn, text } };
    try {
      await this.busy.run(async () => {
        await this.api.post('/submissions/{id}/findings/{finding}/answers', asked);
        this.release(finding);
        this.sent.emit();
      }, 'answer');
    } catch (error) {
      const problem = problemOf(error);
      this.failed.set(finding);
      this.problem.set(problem);
      if (problem.status === 409) this.stale.emit();
    }
  }
}
