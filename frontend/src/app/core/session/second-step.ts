import {
  ChangeDetectionStrategy,
  Component,
  ElementRef,
  afterNextRender,
  inject,
  output,
  signal,
  viewChild,
} from '@angular/core';
import { TranslocoDirective } from '@jsverse/transloco';
import { FieldProblem } from '../errors/field-problem';
import { type Problem, problemOf } from '../errors/problem';
import { ProblemNotice } from '../errors/problem-notice';
import { SessionService } from './session.service';

/** The second step of signing in: the password was right, and a code is asked for. */
@Component({
  selector: 'lx-second-step',
  imports: [TranslocoDirective, FieldProblem, ProblemNotice],
  template: `
    <form novalidate *transloco="let t" (submit)="give($event, code.value)">
      <lx-problem-notice [problem]="problem()" />
      <div class="field">
        <label for="second-step-code">{{ t('session.code') }}</label>
        <input
          #code
          id="second-step-code"
          class="ant-input"
          autocomplete="one-time-code"
          autocapitalize="none"
          spellcheck="false"
          maxlength="60"
          aria-describedby="second-step-hint"
          data-testid="second-step-code"
          (input)="isMissing.set(false)"
        />
        <lx-field-problem
          [message]="isMissing() ? t('session.codeMissing') : ''"
          [control]="code"
        />
        <span id="second-step-hint" class="hint">{{ t('session.codeHint') }}</span>
      </div>
      <button
        class="ant-btn ant-btn-primary"
        type="submit"
        data-testid="second-step"
        [disabled]="isBusy()"
      >
        <span>{{ t('session.signIn') }}</span>
      </button>
      <button class="ant-btn ant-btn-text" type="button" (click)="over.emit(null)">
        <span>{{ t('session.otherPassword') }}</span>
      </button>
    </form>
  `,
  styles: `
    form {
      display: flex;
      flex-direction: column;
      gap: 12px;
    }
  `,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class SecondStep {
  private readonly session = inject(SessionService);
  private readonly field = viewChild.required<ElementRef<HTMLInputElement>>('code');

  /** The person is signed in. */
  readonly done = output();
  /** The password is asked for again, and why; null where the person wanted it. */
  readonly over = output<Problem | null>();

  protected readonly problem = signal<Problem | null>(null);
  protected readonly isBusy = signal(false);
  /** It was sent without a code. */
  protected readonly isMissing = signal(false);

  constructor() {
    afterNextRender(() => this.field().nativeElement.focus());
  }

  protected async give(event: Event, code: string): Promise<void> {
    event.preventDefault();
    this.isMissing.set(code.trim() === '');
    if (this.isMissing()) this.field().nativeElement.focus();
    if (this.isBusy() || this.isMissing()) return;
    this.isBusy.set(true);
    this.problem.set(null);
    try {
      await this.session.secondStep(code.trim());
      this.done.emit();
    } catch (error) {
      const problem = problemOf(error);
      if (problem.code === 'second_step_over') this.over.emit(problem);
      else this.problem.set(problem);
    } finally {
      this.isBusy.set(false);
    }
  }
}
