import {
  ChangeDetectionStrategy,
  Component,
  type ElementRef,
  inject,
  output,
  signal,
  viewChild,
} from '@angular/core';
import { RouterLink } from '@angular/router';
import { TranslocoDirective } from '@jsverse/transloco';
import { Api } from '../../core/api/api';
import type { StandardsPageDto } from '../../core/api/generated/openapi';
import { type Problem, problemOf } from '../../core/errors/problem';
import { ProblemNotice } from '../../core/errors/problem-notice';
import { Busy } from '../../core/once/busy';
import { CurrentOrganization } from '../../core/session/current-organization';
import { QuietTimer } from '../../core/typing/quiet-timer';
import type { LibraryFile } from './evidence';

const restMilliseconds = 250;
const most = 50;

/** 用于标准: finds standards of the register that a file of the library proves; stays open for the next one. */
@Component({
  selector: 'lx-standards-chooser',
  imports: [ProblemNotice, RouterLink, TranslocoDirective],
  templateUrl: './standards-chooser.html',
  styleUrls: ['./evidence-dialog.less', './evidence-picker.less'],
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class StandardsChooser {
  private readonly api = inject(Api);
  private readonly dialog = viewChild.required<ElementRef<HTMLDialogElement>>('dialog');
  private turn = 0;
  protected readonly waiting = new QuietTimer();
  protected readonly organization = inject(CurrentOrganization);

  /** One more standard is served: the list of files is to be read again. */
  readonly linked = output();

  protected readonly file = signal<LibraryFile | null>(null);
  /** Ids of the standards that the file serves. */
  protected readonly served = signal<ReadonlySet<string>>(new Set());
  protected readonly q = signal('');
  protected readonly page = signal<StandardsPageDto | null>(null);
  protected readonly problem = signal<Problem | null>(null);
  protected readonly linking = new Busy();

  open(file: LibraryFile): void {
    const uses = file.uses.filter(({ kind }) => kind === 'standard');
    this.file.set(file);
    this.served.set(new Set(uses.map(({ id }) => id)));
    this.q.set('');
    this.page.set(null);
    this.dialog().nativeElement.showModal();
    void this.load();
  }

  protected search(event: Event): void {
    this.q.set((event.target as HTMLInputElement).value);
    this.waiting.start(restMilliseconds, () => void this.load());
  }

  protected choose(standardId: string): void {
    const file = this.file();
    if (file && !this.served().has(standardId))
      void this.linking.run(() => this.link(file.id, standardId), standardId);
  }

  protected close(): void {
    this.dialog().nativeElement.close();
  }

  private async link(fileId: string, standardId: string): Promise<void> {
    try {
      await this.api.put('/evidence/{id}/links', { id: fileId, body: { standardId } });
      this.served.update((served) => new Set([...served, standardId]));
      this.problem.set(null);
    } catch (error) {
      this.problem.set(problemOf(error));
    }
    this.linked.emit();
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
