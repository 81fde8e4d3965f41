import { ChangeDetectionStrategy, Component, computed, input, output } from '@angular/core';
import { TranslocoDirective } from '@jsverse/transloco';
import {
  asksForCorrection,
  FINDING_MOVES,
  movesFrom,
  roundsOf,
  stateOfSent,
} from '@liangxing/contracts';
import type { SubmissionWithLettersDto } from '../../core/api/generated/openapi';
import { FindingAnswerForm } from './finding-answer-form';

/** 不符合项 that the body sent, as they stand by the letters; each is answered with its cause and what was done. */
@Component({
  selector: 'lx-finding-answers',
  imports: [FindingAnswerForm, TranslocoDirective],
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
              t('letters.severities.' + one.severity)
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
          <lx-finding-answer-form
            [submission]="submission()"
            [finding]="one.number"
            [isAnswerable]="one.isAnswerable"
            (sent)="sent.emit()"
            (stale)="stale.emit()"
          />
        </section>
      }
    </ng-container>
  `,
  styleUrl: './submissions.less',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class FindingAnswers {
  readonly submission = input.required<SubmissionWithLettersDto>();
  readonly canWrite = input.required<boolean>();
  readonly sent = output();
  /** The application stands otherwise by now: it is to be read again. */
  readonly stale = output();

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
}
