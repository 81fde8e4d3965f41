import { ChangeDetectionStrategy, Component, computed, inject, input, signal } from '@angular/core';
import { RouterLink } from '@angular/router';
import { TranslocoDirective } from '@jsverse/transloco';
import { Api } from '../../../core/api/api';
import type { MemberDto } from '../../../core/api/generated/openapi';
import { type Problem, problemOf } from '../../../core/errors/problem';
import { ProblemNotice } from '../../../core/errors/problem-notice';
import { CurrentOrganization } from '../../../core/session/current-organization';
import { SessionService } from '../../../core/session/session.service';

/** Whether the organization lets in only who uses a second factor. */
@Component({
  selector: 'lx-second-factor-rule',
  imports: [RouterLink, TranslocoDirective, ProblemNotice],
  template: `
    <section aria-labelledby="factor-rule" *transloco="let t">
      <h2 id="factor-rule">{{ t('organizations.members.safety') }}</h2>
      <lx-problem-notice [problem]="problem()" />
      @if (problem()?.code === 'own_second_factor_first') {
        <p>
          <a routerLink="/account">{{ t('organizations.members.toAccount') }}</a>
        </p>
      }
      <label>
        <input
          #choice
          type="checkbox"
          data-testid="second-factor-rule"
          [checked]="isRequired()"
          [disabled]="isBusy()"
          (change)="choose(choice)"
        />
        {{ t('organizations.members.requireFactor') }}
      </label>
      <p class="muted small">
        {{ t('organizations.members.requireFactorHint') }}
        @if (without().length > 0) {
          {{
            t('organizations.members.withoutFactor', { names: without().join(t('parting.names')) })
          }}
        }
      </p>
    </section>
  `,
  styles: `
    h2 {
      margin: var(--lx-gap-5) 0 var(--lx-gap-2);
    }
  `,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class SecondFactorRule {
  private readonly api = inject(Api);
  private readonly session = inject(SessionService);
  private readonly organization = inject(CurrentOrganization);

  readonly members = input.required<readonly MemberDto[]>();

  protected readonly problem = signal<Problem | null>(null);
  protected readonly isBusy = signal(false);
  protected readonly isRequired = computed(
    () => this.organization.membership()?.requiresSecondFactor ?? false,
  );
  /** Who is let in no more, or not yet. */
  protected readonly without = computed(() =>
    this.members()
      .filter(({ hasSecondFactor }) => hasSecondFactor === false)
      .map(({ name }) => name),
  );

  protected async choose(choice: HTMLInputElement): Promise<void> {
    if (this.isBusy()) return;
    this.isBusy.set(true);
    this.problem.set(null);
    try {
      const body = { isRequired: choice.checked };
      await this.api.put('/second-factor', { body });
      await this.session.reload();
    } catch (error) {
      this.problem.set(problemOf(error));
    } finally {
      // A refused choice goes back to what holds.
      choice.checked = this.isRequired();
      this.isBusy.set(false);
    }
  }
}
