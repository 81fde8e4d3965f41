import { ChangeDetectionStrategy, Component, inject, signal } from '@angular/core';
import { Router, RouterLink } from '@angular/router';
import { TranslocoDirective } from '@jsverse/transloco';
import { Api } from '../../core/api/api';
import { Busy } from '../../core/once/busy';
import { FieldProblem } from '../../core/errors/field-problem';
import { type Problem, problemOf } from '../../core/errors/problem';
import { ProblemNotice } from '../../core/errors/problem-notice';
import { CurrentOrganization } from '../../core/session/current-organization';
import { SessionService } from '../../core/session/session.service';

@Component({
  selector: 'lx-new-enterprise',
  imports: [FieldProblem, RouterLink, TranslocoDirective, ProblemNotice],
  template: `
    <main class="card" *transloco="let t">
      <h1>{{ t('screens.newEnterprise') }}</h1>
      <p class="muted">{{ t('organizations.newHint') }}</p>
      <lx-problem-notice [problem]="problem()" [listFields]="true" [told]="['name']" />
      <form novalidate (submit)="create($event, name.value)">
        <div class="field">
          <label for="name">{{ t('organizations.name') }}</label>
          <input
            #name
            id="name"
            class="ant-input"
            autocomplete="organization"
            data-testid="enterprise-name"
          />
          <lx-field-problem [message]="problem()?.field('name')" [control]="name" />
        </div>
        <button
          class="ant-btn ant-btn-primary"
          type="submit"
          data-testid="create-enterprise"
          [disabled]="creating.isBusy()"
        >
          <span>{{ t('organizations.create') }}</span>
        </button>
      </form>
      @if (organization.preferred(); as id) {
        <a [routerLink]="['/o', id, 'overview']">{{ t('actions.back') }}</a>
      }
    </main>
  `,
  styles: `
    .card {
      display: flex;
      flex-direction: column;
      gap: 12px;
      max-width: 480px;
      margin: 12vh auto 0;
      padding: 32px;
    }
    form {
      display: flex;
      flex-direction: column;
      gap: 12px;
    }
  `,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class NewEnterprisePage {
  private readonly api = inject(Api);
  private readonly session = inject(SessionService);
  private readonly router = inject(Router);
  protected readonly organization = inject(CurrentOrganization);

  protected readonly problem = signal<Problem | null>(null);
  protected readonly creating = new Busy();

  protected async create(event: Event, name: string): Promise<void> {
    event.preventDefault();
    if (name.trim()) await this.creating.run(() => this.found(name.trim()), name.trim());
  }

  private async found(name: string): Promise<void> {
    try {
      const { id } = await this.api.post('/api/organizations', { body: { name } });
      await this.session.reload();
      await this.router.navigate(['/o', id, 'overview']);
    } catch (error) {
      this.problem.set(problemOf(error));
    }
  }
}
