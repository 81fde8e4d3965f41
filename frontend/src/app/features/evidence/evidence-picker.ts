import {
  ChangeDetectionStrategy,
  Component,
  type ElementRef,
  inject,
  input,
  output,
  signal,
  viewChild,
} from '@angular/core';
import { TranslocoDirective } from '@jsverse/transloco';
import { Api } from '../../core/api/api';
import { type Problem, problemOf } from '../../core/errors/problem';
import { ProblemNotice } from '../../core/errors/problem-notice';
import { QuietTimer } from '../../core/typing/quiet-timer';
import { type EvidenceLink, type LibraryFile, currentRevision, isServed } from './evidence';
import { evidenceTexts } from './evidence-texts';
import { ValidityChip } from './validity-chip';

const restMilliseconds = 250;
const most = 50;

/** 选用已有材料: finds a file of the library for one more place, or to be attached to a dossier. */
@Component({
  selector: 'lx-evidence-picker',
  imports: [ProblemNotice, TranslocoDirective, ValidityChip],
  providers: [evidenceTexts],
  templateUrl: './evidence-picker.html',
  styleUrls: ['./evidence-dialog.less', './evidence-picker.less'],
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class EvidencePicker {
  private readonly api = inject(Api);
  private readonly dialog = viewChild.required<ElementRef<HTMLDialogElement>>('dialog');
  private readonly waiting = new QuietTimer();
  private turn = 0;

  /** The place that is served; null where the files are for something else. */
  readonly link = input<EvidenceLink | null>(null);
  /** Ids of files that are there already, where no link tells it. */
  readonly taken = input<readonly string[]>([]);
  /** Id of the chosen file. */
  readonly chosen = output<string>();
  readonly file = output<LibraryFile>();

  protected readonly q = signal('');
  protected readonly files = signal<readonly LibraryFile[] | null>(null);
  protected readonly total = signal(0);
  protected readonly problem = signal<Problem | null>(null);

  open(): void {
    this.q.set('');
    this.files.set(null);
    this.dialog().nativeElement.showModal();
    void this.load();
  }

  protected search(event: Event): void {
    this.q.set((event.target as HTMLInputElement).value);
    this.waiting.start(restMilliseconds, () => void this.load());
  }

  protected isHere(file: LibraryFile): boolean {
    const link = this.link();
    return link === null ? this.taken().includes(file.id) : isServed(file, link);
  }

  protected usesOf({ uses }: LibraryFile): readonly string[] {
    return uses.map(({ number, title }) => number || title);
  }

  protected fileNameOf(file: LibraryFile): string {
    return currentRevision(file)?.fileName ?? '';
  }

  protected choose(file: LibraryFile): void {
    this.close();
    this.chosen.emit(file.id);
    this.file.emit(file);
  }

  protected close(): void {
    this.waiting.stop();
    this.dialog().nativeElement.close();
  }

  private async load(): Promise<void> {
    this.turn += 1;
    const { turn } = this;
    try {
      const page = await this.api.get('/evidence-library', {
        ...{ q: this.q(), state: 'all' as const },
        ...{ offset: 0, limit: most },
      });
      if (turn !== this.turn) return;
      this.files.set(page.files);
      this.total.set(page.counts.all);
      this.problem.set(null);
    } catch (error) {
      if (turn === this.turn) this.problem.set(problemOf(error));
    }
  }
}
