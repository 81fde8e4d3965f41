import { ChangeDetectionStrategy, Component, inject, input, signal } from '@angular/core';
import { TranslocoDirective } from '@jsverse/transloco';
import { type Problem, problemOf } from '../errors/problem';
import { ProblemNotice } from '../errors/problem-notice';
import { SignOn } from './sign-on';

/** Leads to the provider of identities; nothing where this site has none. */
@Component({
  selector: 'lx-sign-on-button',
  imports: [TranslocoDirective, ProblemNotice],
  template: `
    @if (signOn.name(); as name) {
      <ng-container *transloco="let t">
        <lx-problem-notice [problem]="problem()" />
        <button
          type="button"
          class="ant-btn"
          data-testid="sign-on"
          [disabled]="isBusy()"
          (click)="begin()"
        >
          <span>{{ t('session.signOn', { name }) }}</span>
        </button>
      </ng-container>
    }
  `,
  styles: `
    button {
      width: 100%;
      margin-top: 12px;
    }
  `,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class SignOnButton {
  protected readonly signOn = inject(SignOn);

  /** Page to go back to. */
  readonly from = input<string>();

  protected readonly problem = signal<Problem | null>(null);
  protected readonly isBusy = signal(false);

  protected async begin(): Promise<void> {
    if (this.isBusy()) return;
    this.isBusy.set(true);
    this.problem.set(null);
    try {
      await this.signOn.begin(this.from());
    } catch (error) {
      this.problem.set(problemOf(error));
      this.isBusy.set(false);
    }
  }
}
