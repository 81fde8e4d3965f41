import { DIALOG_DATA, DialogRef } from '@angular/cdk/dialog';
import {
  ChangeDetectionStrategy,
  Component,
  type ElementRef,
  effect,
  inject,
  signal,
  viewChild,
} from '@angular/core';
import { TranslocoDirective } from '@jsverse/transloco';
import { Api } from '../../core/api/api';
import { ModalTitle } from '../../core/dialog/modal-title';
import { type Problem, problemOf } from '../../core/errors/problem';
import { ProblemNotice } from '../../core/errors/problem-notice';
import { QuietTimer } from '../../core/typing/quiet-timer';
import { type EvidenceLink, type LibraryFile, currentRevision, isServed } from './evidence';
import { evidenceTexts } from './evidence-texts';
import { ValidityChip } from './validity-chip';

const restMilliseconds = 250;
const most = 50;

export interface AskedFile {
  /** The place that is served; null where the file is for something else. */
  readonly link: EvidenceLink | null;
  /** Ids of files that are there already, where no link tells it. */
  readonly taken?: readonly string[];
}

/** 选用已有材料: answers with a file of the library for one more place, or to be attached to a dossier. */
@Component({
  selector: 'lx-evidence-picker',
  imports: [ModalTitle, ProblemNotice, TranslocoDirective, ValidityChip],
  providers: [evidenceTexts],
  templateUrl: './evidence-picker.html',
  styleUrl: './evidence-picker.less',
  host: { 'data-testid': 'evidence-picker' },
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class EvidencePicker {
  private readonly api = inject(Api);
  protected readonly dialog = inject<DialogRef<LibraryFile>>(DialogRef);
  protected readonly asked = inject<AskedFile>(DIALOG_DATA);
  private readonly waiting = new QuietTimer();
  private turn = 0;

  private readonly field = viewChild<ElementRef<HTMLElement>>('field');
  protected readonly q = signal('');
  protected readonly files = signal<readonly LibraryFile[] | null>(null);
  protected readonly total = signal(0);
  protected readonly problem = signal<Problem | null>(null);

  constructor() {
    this.dialog.closed.subscribe(() => this.waiting.stop());
    // Its texts may come after it: only then is there a field to begin with.
    effect(() => this.field()?.nativeElement.focus());
    void this.load();
  }

  protected search(event: Event): void {
    this.q.set((event.target as HTMLInputElement).value);
    this.waiting.start(restMilliseconds, () => void this.load());
  }

  protected isHere(file: LibraryFile): boolean {
    const { link, taken = [] } = this.asked;
    return link === null ? taken.includes(file.id) : isServed(file, link);
  }

  protected usesOf({ uses }: LibraryFile): readonly string[] {
    return uses.map(({ number, title }) => number || title);
  }

  protected fileNameOf(file: LibraryFile): string {
    return currentRevision(file)?.fileName ?? '';
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
