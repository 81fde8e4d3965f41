import { ChangeDetectionStrategy, Component, effect, inject, input, signal } from '@angular/core';
import { RouterLink } from '@angular/router';
import { TranslocoDirective } from '@jsverse/transloco';
import { Api } from '../../core/api/api';
import { CurrentOrganization } from '../../core/session/current-organization';

interface Figures {
  readonly errors: number;
  readonly warnings: number;
}

/** What the check before submission finds in an assessment, with the way to it; nothing while it is not known. */
@Component({
  selector: 'lx-check-figures',
  imports: [RouterLink, TranslocoDirective],
  template: `
    <ng-container *transloco="let t">
      @if (figures(); as found) {
        <a
          [routerLink]="['/o', organization.id(), 'dossiers']"
          [class.blocks]="found.errors > 0"
          data-testid="check-figures"
          >{{ t('overview.checkFound', { errors: found.errors, warnings: found.warnings }) }}</a
        >
      } @else {
        —
      }
    </ng-container>
  `,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class CheckFigures {
  private readonly api = inject(Api);
  protected readonly organization = inject(CurrentOrganization);

  readonly assessmentId = input.required<string>();
  protected readonly figures = signal<Figures | null>(null);
  /** Answers of earlier questions come too late. */
  private asked = 0;

  constructor() {
    effect(() => {
      void this.load(this.assessmentId());
    });
  }

  private async load(assessmentId: string): Promise<void> {
    const asked = ++this.asked;
    try {
      const { findings } = await this.api.get('/assessments/{assessmentId}/dossier-check', {
        assessmentId,
      });
      const errors = findings.filter(({ severity }) => severity === 'error').length;
      if (asked === this.asked) this.figures.set({ errors, warnings: findings.length - errors });
    } catch {
      // The page says what it knows: the dossier's own page tells why the check did not answer.
      if (asked === this.asked) this.figures.set(null);
    }
  }
}
