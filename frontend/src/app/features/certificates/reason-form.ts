import { ChangeDetectionStrategy, Component, input, output, signal } from '@angular/core';
import { TranslocoDirective } from '@jsverse/transloco';
import { type Problem, problemOf } from '../../core/errors/problem';
import { ProblemNotice } from '../../core/errors/problem-notice';
import { Busy } from '../../core/once/busy';

/** One of the things that can be done, and whether a reason must be given for it. */
export interface ReasonedChoice {
  readonly id: string;
  /** Key of its words. */
  readonly label: string;
  readonly needsText: boolean;
  readonly isPrimary?: boolean;
}

/** What is chosen, why, and what else stands in the form, by name. */
export type SendReason = (choice: string, text: string, fields: FieldsOfForm) => Promise<void>;
export type FieldsOfForm = (name: string) => string;

/** A text and buttons for what can be done with it. What was typed stays until it is sent. */
@Component({
  selector: 'lx-reason-form',
  imports: [ProblemNotice, TranslocoDirective],
  template: `
    @if (choices().length > 0 || holdsText()) {
      <form
        *transloco="let t"
        novalidate
        [attr.data-testid]="testId()"
        (submit)="$event.preventDefault()"
      >
        <h3>{{ t(title()) }}</h3>
        @if (hint()) {
          <p class="muted small">{{ t(hint()) }}</p>
        }
        <lx-problem-notice [problem]="problem()" [listFields]="true" />
        <ng-content />
        <label>
          {{ t(label()) }}
          <textarea
            #text
            class="ant-input"
            rows="3"
            maxlength="4000"
            (input)="holdsText.set(text.value !== '')"
            [attr.data-testid]="testId() + '-text'"
          ></textarea>
        </label>
        @if (lacks()) {
          <p class="blocks" role="alert">{{ t('certificates.reasonFirst') }}</p>
        }
        @if (choices().length === 0) {
          <p class="blocks" role="alert" data-testid="impossible">
            {{ t('letters.impossible', { state: t(standing()) }) }}
          </p>
        }
        <div class="buttons">
          @for (choice of choices(); track choice.id) {
            <button
              type="button"
              class="ant-btn"
              [class.ant-btn-primary]="choice.isPrimary"
              [attr.data-testid]="testId() + '-' + choice.id"
              [disabled]="busy.isBusy()"
              (click)="choose(choice, text)"
            >
              <span>{{ t(choice.label) }}</span>
            </button>
          } @empty {
            <button type="button" class="ant-btn" (click)="holdsText.set(false)">
              <span>{{ t('actions.cancel') }}</span>
            </button>
          }
        </div>
      </form>
    }
  `,
  styleUrl: './certificates.less',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class ReasonForm {
  readonly testId = input.required<string>();
  /** Keys of words. */
  readonly title = input.required<string>();
  readonly label = input.required<string>();
  readonly hint = input('');
  /** Key of the words for how the thing stands now. */
  readonly standing = input('');
  /** None: it cannot be done now; the form stays only while it holds a text. */
  readonly choices = input.required<readonly ReasonedChoice[]>();
  readonly send = input.required<SendReason>();
  /** Somebody else was first: it is to be read again. */
  readonly moved = output();

  protected readonly busy = new Busy();
  protected readonly problem = signal<Problem | null>(null);
  protected readonly holdsText = signal(false);
  protected readonly lacks = signal(false);

  protected async choose(choice: ReasonedChoice, field: HTMLTextAreaElement): Promise<void> {
    const text = field.value.trim();
    this.lacks.set(choice.needsText && text === '');
    if (this.lacks()) {
      field.focus();
      return;
    }
    this.problem.set(null);
    try {
      await this.busy.run(async () => {
        const fields = new FormData(field.form ?? undefined);
        await this.send()(choice.id, text, (name) => String(fields.get(name) ?? ''));
        field.value = '';
        this.holdsText.set(false);
      }, 'send');
    } catch (error) {
      const problem = problemOf(error);
      this.problem.set(problem);
      if (problem.status === 409) this.moved.emit();
    }
  }
}
