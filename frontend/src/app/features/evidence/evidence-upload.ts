import {
  ChangeDetectionStrategy,
  Component,
  effect,
  inject,
  input,
  output,
  signal,
} from '@angular/core';
import { TranslocoDirective } from '@jsverse/transloco';
import { fileSizeText } from '../../core/i18n/file-size';
import { type Observable, lastValueFrom, tap } from 'rxjs';
import { Api } from '../../core/api/api';
import { Notices } from '../../core/errors/notices';
import { type Problem, problemOf } from '../../core/errors/problem';
import {
  type Evidence,
  type EvidenceLink,
  type EvidenceUsage,
  isNearlyFull,
  knownEvidence,
} from './evidence';
import { evidenceTexts } from './evidence-texts';
import { takeFiles } from './take-files';
import { type UploadStep, uploadSteps } from './upload-step';

interface Upload {
  readonly id: number;
  readonly name: string;
  readonly percent: number;
  readonly problem: Problem | null;
  readonly retry: () => void;
  /** Stores it although the library has the very same file. */
  readonly storeAgain: (() => void) | null;
}

/** Takes files in, for one place or for the library alone; what the library has already is offered instead. */
@Component({
  selector: 'lx-evidence-upload',
  imports: [TranslocoDirective],
  providers: [evidenceTexts],
  templateUrl: './evidence-upload.html',
  styleUrl: './evidence-upload.less',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class EvidenceUpload {
  private readonly api = inject(Api);
  private readonly notices = inject(Notices);

  /** What the files are to serve; null: nothing yet. */
  readonly link = input.required<EvidenceLink | null>();
  /** A file was stored, or the one that is there was taken. */
  readonly stored = output();

  protected readonly usage = signal<EvidenceUsage | null>(null);
  protected readonly uploads = signal<readonly Upload[]>([]);
  protected readonly isOver = signal(false);
  protected readonly sizeText = fileSizeText;
  protected readonly isNearlyFull = isNearlyFull;
  private nextUpload = 1;

  constructor() {
    effect(() => {
      this.link();
      this.uploads.set([]);
      void this.loadUsage();
    });
  }

  revise(evidence: Evidence, file: File): void {
    const asked = { id: evidence.id, form: { file } };
    this.send(file, () =>
      this.api.events('post', '/evidence/{id}/revisions', asked).pipe(uploadSteps()),
    );
  }

  protected drop(event: DragEvent): void {
    event.preventDefault();
    this.isOver.set(false);
    this.add([...(event.dataTransfer?.files ?? [])]);
  }

  protected over(event: DragEvent): void {
    event.preventDefault();
    this.isOver.set(true);
  }

  protected pick(event: Event): void {
    this.add(takeFiles(event));
  }

  protected dismiss(id: number): void {
    this.uploads.update((list) => list.filter((upload) => upload.id !== id));
  }

  /** The file that the library has already, where that is why one was refused. */
  protected readonly known = knownEvidence;

  protected async useKnown(upload: Upload, { id }: Evidence): Promise<void> {
    const link = this.link();
    if (link === null) return;
    try {
      await this.api.put('/evidence/{id}/links', { id, body: link });
      this.dismiss(upload.id);
      this.done(link);
    } catch (error) {
      this.notices.failed(error);
    }
  }

  private add(files: readonly File[]): void {
    const link = this.link() ?? {};
    const upload = (file: File, again?: 'true') =>
      this.api.events('post', '/evidence', { form: { ...link, again, file } }).pipe(uploadSteps());
    for (const file of files) {
      // Stored also where the library has the very same file.
      const again = (): void => this.send(file, () => upload(file, 'true'));
      this.send(file, () => upload(file), again);
    }
  }

  private send(
    file: File,
    start: () => Observable<UploadStep>,
    again: (() => void) | null = null,
  ): void {
    const id = this.nextUpload++;
    const link = this.link();
    const afresh = (act: () => void) => (): void => {
      this.dismiss(id);
      act();
    };
    const retry = afresh(() => this.send(file, start, again));
    const storeAgain = again === null ? null : afresh(again);
    const upload = { id, name: file.name, percent: 0, problem: null, retry, storeAgain };
    this.uploads.update((list) => [...list, upload]);
    const shown = start().pipe(tap(({ percent }) => this.patch(id, { percent })));
    lastValueFrom(shown).then(
      () => {
        this.dismiss(id);
        this.done(link);
      },
      (error: unknown) => {
        if (this.link() === link) this.patch(id, { problem: problemOf(error) });
        else this.notices.failed(error);
      },
    );
  }

  /** Someone may have gone on to another item meanwhile; that one's list is not touched. */
  private done(link: EvidenceLink | null): void {
    if (this.link() !== link) return;
    this.stored.emit();
    void this.loadUsage();
  }

  private patch(id: number, change: Partial<Upload>): void {
    this.uploads.update((list) =>
      list.map((upload) => (upload.id === id ? { ...upload, ...change } : upload)),
    );
  }

  /** Without it the page is still right; a refused upload says what is full. */
  private async loadUsage(): Promise<void> {
    this.usage.set(await this.api.get('/evidence/usage').catch(() => null));
  }
}
