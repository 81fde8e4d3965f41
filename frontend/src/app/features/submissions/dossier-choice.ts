import {
  ChangeDetectionStrategy,
  Component,
  computed,
  inject,
  input,
  linkedSignal,
  signal,
} from '@angular/core';
import { TranslocoDirective } from '@jsverse/transloco';
import { Api } from '../../core/api/api';
import type { DossierDto } from '../../core/api/generated/openapi';
import { type Problem, problemOf } from '../../core/errors/problem';
import { ProblemNotice } from '../../core/errors/problem-notice';
import { TimePipe } from '../../core/i18n/time.pipe';
import { evaluationTitles } from './evaluation-titles';

/** One of the issued dossiers, the newest at first. */
@Component({
  selector: 'lx-dossier-choice',
  imports: [ProblemNotice, TimePipe, TranslocoDirective],
  template: `
    <ng-container *transloco="let t">
      <lx-problem-notice [problem]="problem()" />
      <label>
        {{ t('submissions.dossier') }}
        <select
          #list
          class="ant-input"
          data-testid="submit-dossier"
          (change)="chosen.set(list.value)"
        >
          @for (dossier of offered(); track dossier.id) {
            <option [value]="dossier.id" [selected]="dossier.id === chosen()">
              @if (titleOf(dossier.assessmentId); as title) {
                {{ title }} ·
              }
              {{ t('submissions.numbered', { number: dossier.number }) }} ·
              {{ dossier.builtAt ?? dossier.createdAt | lxTime }} · {{ dossier.code }}
            </option>
          }
        </select>
      </label>
      @if (dossiers() !== null && offered().length === 0) {
        <p class="muted" id="no-dossiers" data-testid="no-dossiers">
          {{ t(assessment() ? 'submissions.noNewer' : 'submissions.noDossiers') }}
        </p>
      }
    </ng-container>
  `,
  styleUrl: './submissions.less',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class DossierChoice {
  private readonly api = inject(Api);

  /** Id of the one that is chosen at first; empty: the newest. */
  readonly first = input('');
  /** Those of this evaluation alone, newer than `newerThan`; empty: all. */
  readonly assessment = input('');
  /** Id of the dossier that was handed in before. */
  readonly newerThan = input('');

  protected readonly titleOf = evaluationTitles();
  protected readonly dossiers = signal<readonly DossierDto[] | null>(null);
  protected readonly problem = signal<Problem | null>(null);
  protected readonly offered = computed(() => {
    const all = this.dossiers() ?? [];
    const before = all.find(({ id }) => id === this.newerThan())?.number ?? 0;
    return all.filter(
      ({ state, assessmentId, number }) =>
        state === 'ready' &&
        (this.assessment() === '' || (assessmentId === this.assessment() && number > before)),
    );
  });

  /** Id of the chosen one; empty: there is none. */
  readonly chosen = linkedSignal<readonly DossierDto[], string>({
    source: this.offered,
    computation: (offered, before) => {
      const wanted = [before?.value, this.first()];
      const found = wanted.flatMap((id) => offered.filter((one) => one.id === id));
      return (found[0] ?? offered[0])?.id ?? '';
    },
  });

  constructor() {
    void this.load();
  }

  /** What was chosen stays so as long as it is offered. */
  async load(): Promise<void> {
    this.problem.set(null);
    try {
      this.dossiers.set(await this.api.get('/dossiers'));
    } catch (error) {
      this.problem.set(problemOf(error));
    }
  }
}
