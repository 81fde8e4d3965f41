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
import { FINDING_LIMITS } from '@liangxing/contracts';
import { Api } from '../../core/api/api';
import type { SubmissionWithLettersDto } from '../../core/api/generated/openapi';
import { DateField } from '../../core/date-field/date-field';
import { keepForm } from '../../core/drafts/kept-form';
import { KeptNote } from '../../core/drafts/kept-note';
import { typedFrom } from '../../core/drafts/typed-from';
import { type Problem, problemOf } from '../../core/errors/problem';
import { ProblemNotice } from '../../core/errors/problem-notice';
import { Busy } from '../../core/once/busy';

interface TypedAnswer {
  readonly cause: string;
  readonly correction: string;
  /** `YYYY-MM-DD`; empty: not chosen yet. */
  readonly doneOn: string;
  readonly text: string;
}

const NOTHING: TypedAnswer = { cause: '', correction: '', doneOn: '', text: '' };

/** What the enterprise answers to a finding. It stays while it cannot be sent any more, until it is given up. */
@Component({
  selector: 'lx-finding-answer-form',
  imports: [DateField, KeptNote, ProblemNotice, TranslocoDirective],
  template: `
    @if (isAnswerable() || isTyped()) {
      <form *transloco="let t" novalidate data-testid="finding-answer-form" (submit)="send($event)">
        <lx-problem-notice [problem]="problem()" [listFields]="true" />
        <lx-kept-note [kept]="kept" />
        <label>
          {{ t('submissions.findings.cause') }} *
          <textarea
            class="ant-input"
            rows="3"
            [maxLength]="limits.cause"
            [value]="typed().cause"
            data-testid="finding-cause"
            (input)="type('cause', $event)"
          ></textarea>
        </label>
        <label>
          {{ t('submissions.findings.correction') }} *
          <textarea
            class="ant-input"
            rows="3"
            [maxLength]="limits.correction"
            [value]="typed().correction"
            data-testid="finding-correction"
            (input)="type('correction', $event)"
          ></textarea>
        </label>
        <label>
          {{ t('submissions.findings.doneOn') }} *
          <input
            lxDate
            class="ant-input"
            data-testid="finding-done"
            [value]="typed().doneOn"
            (change)="type('doneOn', $event)"
          />
        </label>
        <label>
          {{ t('submissions.findings.more') }}
          <textarea
            class="ant-input"
            rows="2"
            maxlength="4000"
            [value]="typed().text"
            (input)="type('text', $event)"
          ></textarea>
        </label>
        @if (isLacking()) {
          <p class="blocks" role="alert">{{ t('submissions.findings.lacks') }}</p>
        }
        @if (!isAnswerable()) {
          <p class="blocks" role="alert" data-testid="impossible">
            {{ t('letters.impossible', { state: t('letters.states.' + submission().state) }) }}
          </p>
        }
        <div class="buttons">
          @if (isAnswerable()) {
            <button
              type="submit"
              class="ant-btn ant-btn-primary"
              data-testid="finding-send"
              [disabled]="busy.isBusy()"
            >
              <span>{{ t('submissions.findings.send') }}</span>
            </button>
          } @else {
            <button type="button" class="ant-btn" (click)="kept.giveUp()">
              <span>{{ t('actions.cancel') }}</span>
            </button>
          }
        </div>
      </form>
    }
  `,
  styleUrl: './submissions.less',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class FindingAnswerForm {
  private readonly api = inject(Api);

  readonly submission = input.required<SubmissionWithLettersDto>();
  /** Number of the finding. */
  readonly finding = input.required<number>();
  readonly isAnswerable = input.required<boolean>();
  readonly sent = output();
  /** The application stands otherwise by now: it is to be read again. */
  readonly stale = output();

  protected readonly limits = FINDING_LIMITS;
  protected readonly busy = new Busy();
  protected readonly problem = signal<Problem | null>(null);
  protected readonly isLacking = signal(false);
  private readonly place = computed(() => `submission:${this.submission().id}:${this.finding()}`);
  protected readonly typed = typedFrom<string, TypedAnswer>(
    () => this.place(),
    () => NOTHING,
  );
  protected readonly isTyped = computed(() =>
    Object.values(this.typed()).some((text) => text !== ''),
  );
  protected readonly kept = keepForm<TypedAnswer>({
    place: () => this.place(),
    typed: () => (this.isTyped() ? this.typed() : null),
    show: (kept = NOTHING) => this.typed.set(kept),
  });

  protected type(field: keyof TypedAnswer, { target }: Event): void {
    const { value } = target as HTMLInputElement | HTMLTextAreaElement;
    this.typed.update((typed) => ({ ...typed, [field]: value }));
  }

  protected async send(event: Event): Promise<void> {
    event.preventDefault();
    if (!this.isAnswerable()) return;
    const body = this.typed();
    const { cause, correction, doneOn } = body;
    this.isLacking.set([cause, correction, doneOn].some((each) => each.trim() === ''));
    if (this.isLacking()) return;
    this.problem.set(null);
    const asked = { id: this.submission().id, finding: this.finding(), body };
    try {
      await this.busy.run(async () => {
        await this.api.post('/submissions/{id}/findings/{finding}/answers', asked);
        this.kept.giveUp();
        this.kept.forget();
        this.sent.emit();
      }, 'answer');
    } catch (error) {
      const problem = problemOf(error);
      this.problem.set(problem);
      if (problem.status === 409) this.stale.emit();
    }
  }
}
