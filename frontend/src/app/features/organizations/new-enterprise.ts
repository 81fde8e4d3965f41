import {
  ChangeDetectionStrategy,
  Component,
  afterNextRender,
  computed,
  inject,
  input,
  signal,
} from '@angular/core';
import { Router, RouterLink } from '@angular/router';
import { TranslocoDirective } from '@jsverse/transloco';
import { FOUNDABLE_KINDS, type FoundableKind, FOUNDING } from '@liangxing/contracts';
import { Api } from '../../core/api/api';
import type { SeenOfferDto } from '../../core/api/generated/openapi';
import { Busy } from '../../core/once/busy';
import { FieldProblem } from '../../core/errors/field-problem';
import { type Problem, problemOf } from '../../core/errors/problem';
import { ProblemNotice } from '../../core/errors/problem-notice';
import { CurrentOrganization } from '../../core/session/current-organization';
import { homeOf } from '../../core/session/home-of';
import { SessionService } from '../../core/session/session.service';

/** An enterprise, at once; or another kind of organization, whose opening is asked for. */
@Component({
  selector: 'lx-new-enterprise',
  imports: [FieldProblem, RouterLink, TranslocoDirective, ProblemNotice],
  templateUrl: './new-enterprise.html',
  styles: `
    .card {
      display: flex;
      flex-direction: column;
      gap: 12px;
      max-width: 480px;
      margin: 8vh auto 0;
      padding: 32px;
    }
    form,
    fieldset {
      display: flex;
      flex-direction: column;
      gap: 12px;
    }
    fieldset {
      gap: 6px;
      margin: 0;
      padding: 0;
      border: 0;
    }
    legend {
      margin-bottom: 4px;
      color: var(--lx-ink-2);
      font-size: 13px;
    }
    .kind {
      display: grid;
      grid-template-columns: auto 1fr;
      column-gap: 8px;
      align-items: baseline;
    }
    .kind .muted {
      grid-column: 2;
    }
  `,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class NewEnterprisePage {
  private readonly api = inject(Api);
  private readonly session = inject(SessionService);
  private readonly router = inject(Router);
  private readonly organization = inject(CurrentOrganization);

  /** Token of a mailed offer that waits for the enterprise, from the query. */
  readonly offer = input<string>();

  protected readonly kinds = FOUNDABLE_KINDS;
  /** What the consultancy that offers knows of the enterprise: to be looked at, and mended. */
  protected readonly known = signal<SeenOfferDto | null>(null);
  protected readonly kind = signal<FoundableKind>('enterprise');
  protected readonly isAsked = computed(() => FOUNDING[this.kind()].begins === 'waiting');
  protected readonly problem = signal<Problem | null>(null);
  protected readonly creating = new Busy();
  protected readonly back = computed(() => {
    const preferred = this.organization.preferred();
    return preferred && homeOf(preferred);
  });

  protected readonly hasCode = computed(
    () => this.isAsked() || (this.known()?.creditCode ?? '') !== '',
  );

  constructor() {
    afterNextRender(() => void this.see());
  }

  protected async create(event: Event, name: string, creditCode = ''): Promise<void> {
    event.preventDefault();
    const what = `${this.kind()} ${name.trim()} ${creditCode}`;
    if (name.trim()) await this.creating.run(() => this.found(name.trim(), creditCode), what);
  }

  private async found(name: string, typed: string): Promise<void> {
    const creditCode = typed.replaceAll(/\s/g, '').toUpperCase();
    const kind = this.kind();
    this.problem.set(null);
    try {
      const body = { name, kind, ...(this.hasCode() ? { creditCode } : {}) };
      const made = await this.api.post('/api/organizations', { body });
      await this.session.reload();
      const token = this.offer();
      await (token === undefined
        ? this.router.navigate([...homeOf({ ...made, organizationId: made.id })])
        : this.router.navigate(['/engagement-offer'], { queryParams: { token } }));
    } catch (error) {
      this.problem.set(problemOf(error));
    }
  }

  /** An offer that waits no more fills in nothing. */
  private async see(): Promise<void> {
    const token = this.offer();
    if (token === undefined) return;
    try {
      this.known.set(await this.api.get('/api/engagement-offers/{token}', { token }));
    } catch (error) {
      this.problem.set(problemOf(error));
    }
  }
}
