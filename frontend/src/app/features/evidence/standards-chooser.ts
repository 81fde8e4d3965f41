import { DIALOG_DATA, DialogRef } from '@angular/cdk/dialog';
import { ChangeDetectionStrategy, Component, inject, signal } from '@angular/core';
import { RouterLink } from '@angular/router';
import { TranslocoDirective } from '@jsverse/transloco';
import { Api } from '../../core/api/api';
import type { StandardsPageDto } from '../../core/api/generated/openapi';
import { ModalTitle } from '../../core/dialog/modal-title';
import { type Problem, problemOf } from '../../core/errors/problem';
import { ProblemNotice } from '../../core/errors/problem-notice';
import { Busy } from '../../core/once/busy';
import { CurrentOrganization } from '../../core/session/current-organization';
import { QuietTimer } from '../../core/typing/quiet-timer';
import type { LibraryFile } from './evidence';

const restMilliseconds = 250;
const most = 50;

export interface AskedStandards {
  readonly file: LibraryFile;
  /** One more standard is served: the list of files is to be read again. */
  readonly linked: () => void;
}

/** 用于标准: finds standards of the register that a file of the library proves; stays open for the next one. */
@Component({
  selector: 'lx-standards-chooser',
  imports: [ModalTitle, ProblemNotice, RouterLink, TranslocoDirective],
  templateUrl: './standards-chooser.html',
  styleUrl: './evidence-picker.less',
  host: { 'data-testid': 'standards-chooser' },
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class StandardsChooser {
  private readonly api = inject(Api);
  protected readonly dialog = inject(DialogRef);
  private readonly asked = inject<AskedStandards>(DIALOG_DATA);
  private turn = 0;
  private readonly waiting = new QuietTimer();
  protected readonly organization = inject(CurrentOrganization);

  protected readonly file = this.asked.file;
  /** Ids of the standards that the file serves. */
  protected readonly served = signal<ReadonlySet<string>>(
    new Set(this.file.uses.filter(({ kind }) => kind === 'standard').map(({ id }) => id)),
  );
  protected readonly q = signal('');
  protected readonly page = signal<StandardsPageDto | null>(null);
  protected readonly problem = signal<Problem | null>(null);
  protected readonly linking = new Busy();

  constructor() {
    this.dialog.closed.subscribe(() => this.waiting.stop());
    void this.load();
  }

  protected search(event: Event): void {
    this.q.set((event.target as HTMLInputElement).value);
    this.waiting.start(restMilliseconds, () => void this.load());
  }

  protected choose(standardId: string): void {
    if (!this.served().has(standardId))
      void this.linking.run(() => this.link(standardId), standardId);
  }

  private async link(standardId: string): Promise<void> {
    try {
      await this.api.put('/evidence/{id}/links', { id: this.file.id, body: { standardId } });
      this.served.update((served) => new Set([...served, standardId]));
      this.problem.set(null);
    } catch (error) {
      this.problem.set(problemOf(error));
    }
    this.asked.linked();
  }

  private async load(): Promise<void> {
    this.turn += 1;
    const { turn } = this;
    try {
      const page = await this.api.get('/standards', { q: this.q(), offset: 0, limit: most });
      // Only the newest question is answered.
      if (turn !== this.turn) return;
      this.page.set(page);
      this.problem.set(null);
    } catch (error) {
      if (turn === this.turn) this.problem.set(problemOf(error));
    }
  }
}
