import { ChangeDetectionStrategy, Component, computed, inject, signal } from '@angular/core';
import { RouterLink } from '@angular/router';
import { TranslocoDirective } from '@jsverse/transloco';
import { TimePipe } from '../../core/i18n/time.pipe';
import { Api } from '../../core/api/api';
import { type Problem, problemOf } from '../../core/errors/problem';
import { ProblemNotice } from '../../core/errors/problem-notice';
import { CurrentOrganization } from '../../core/session/current-organization';
import { OverviewService } from '../../core/overview/overview.service';
import type { StandardImport } from './standard-import';
import { isUndoConflict, UndoConflict } from './undo-conflict';

/** The imports of the register, newest first; each can be looked at, gone on with or taken back. */
@Component({
  selector: 'lx-past-imports',
  imports: [TimePipe, RouterLink, TranslocoDirective, ProblemNotice, UndoConflict],
  templateUrl: './past-imports.html',
  styleUrl: './past-imports.less',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class PastImports {
  private readonly api = inject(Api);
  private readonly organization = inject(CurrentOrganization);
  private readonly overview = inject(OverviewService);

  protected readonly canWrite = computed(() => this.organization.can('standards:write'));
  protected readonly imports = signal<readonly StandardImport[]>([]);
  protected readonly problem = signal<Problem | null>(null);
  protected readonly busyId = signal('');
  protected readonly conflict = computed(() => {
    const problem = this.problem();
    return isUndoConflict(problem) ? problem : null;
  });
  /** The import whose undo was refused. */
  private refused = '';

  constructor() {
    void this.load();
  }

  protected link({ id }: StandardImport): string[] {
    return ['/o', this.organization.id(), 'standards', 'import', id];
  }

  protected async undo(id: string, keepChanged = false): Promise<void> {
    this.busyId.set(id);
    this.problem.set(null);
    try {
      const undone = await this.api.post('/standard-imports/{id}/undo', {
        id,
        body: { keepChanged },
      });
      this.imports.update((imports) => imports.map((one) => (one.id === id ? undone : one)));
      void this.overview.refresh().catch(() => undefined);
    } catch (error) {
      this.refused = id;
      this.problem.set(problemOf(error));
    } finally {
      this.busyId.set('');
    }
  }

  protected keep(): void {
    void this.undo(this.refused, true);
  }

  private async load(): Promise<void> {
    try {
      this.imports.set(await this.api.get('/standard-imports'));
    } catch (error) {
      this.problem.set(problemOf(error));
    }
  }
}
