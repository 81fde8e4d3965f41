import {
  ChangeDetectionStrategy,
  Component,
  DestroyRef,
  type ElementRef,
  computed,
  inject,
  signal,
  viewChild,
} from '@angular/core';
import { TranslocoDirective } from '@jsverse/transloco';
import { FileChoice } from '../../core/files/file-choice';
import { dayOfChina } from '../../core/i18n/day-of-china';
import { TimePipe } from '../../core/i18n/time.pipe';
import { DateField } from '../../core/date-field/date-field';
import { Api } from '../../core/api/api';
import { Busy } from '../../core/once/busy';
import { type Problem, problemOf } from '../../core/errors/problem';
import { ProblemNotice } from '../../core/errors/problem-notice';
import { TableNotes } from '../../core/tables/table-notes';
import { FileReading } from '../../core/work/file-reading';
import { ReadingStatus } from '../../core/work/reading-status';
import { type CatalogueImport, isUnderWay, percentDone } from './maintenance';

const COUNTS = ['inserted', 'changed', 'unchanged', 'refused'] as const;
const lookAgainMilliseconds = 1_000;

/** Files into the catalogue: preview, import, result, and what was brought in before. */
@Component({
  selector: 'lx-catalogue-imports',
  imports: [
    FileChoice,
    DateField,
    TimePipe,
    ProblemNotice,
    ReadingStatus,
    TableNotes,
    TranslocoDirective,
  ],
  providers: [FileReading],
  templateUrl: './catalogue-imports.html',
  styleUrl: './catalogue-imports.less',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class CatalogueImports {
  private readonly api = inject(Api);
  private readonly reading = inject(FileReading);
  private readonly fileInput = viewChild<ElementRef<HTMLInputElement>>('fileInput');
  private polling: ReturnType<typeof setTimeout> | undefined;

  protected readonly today = dayOfChina(new Date());
  protected readonly isUnderWay = isUnderWay;
  protected readonly percentDone = percentDone;
  protected readonly sampleColumns = [
    'number',
    'title',
    'issuedOn',
    'inForceOn',
    'withdrawnOn',
    'status',
  ] as const;

  protected readonly countNames = COUNTS;
  protected readonly countsOf = (each: CatalogueImport) =>
    COUNTS.map((name) => ({ name, value: each[name] }));

  protected readonly source = signal('');
  protected readonly checkedOn = signal(this.today);
  protected readonly file = signal<File | null>(null);
  /** The import that is open: preview, under way, or result. */
  protected readonly shown = signal<CatalogueImport | null>(null);
  protected readonly list = signal<readonly CatalogueImport[] | null>(null);
  protected readonly problem = signal<Problem | null>(null);
  private readonly previewing = new Busy();
  private readonly starting = new Busy();
  protected readonly isBusy = signal(false);
  protected readonly sources = computed(() => [
    ...new Set((this.list() ?? []).map(({ source }) => source)),
  ]);
  protected readonly canPreview = computed(
    () =>
      this.file() !== null &&
      this.source().trim() !== '' &&
      this.checkedOn() !== '' &&
      !this.isBusy(),
  );

  constructor() {
    inject(DestroyRef).onDestroy(() => clearTimeout(this.polling));
    void this.working(() => this.readList());
  }

  protected choose(input: HTMLInputElement): void {
    this.file.set(input.files?.[0] ?? null);
  }

  protected async preview(event: Event): Promise<void> {
    event.preventDefault();
    await this.previewing.run(() => this.previewNow(), this.file()?.name ?? '');
  }

  private previewNow(): Promise<void> {
    return this.working(async () => {
      const file = this.file();
      if (file === null) return;
      const [source, checkedOn] = [this.source().trim(), this.checkedOn()];
      const preview = await this.reading.run(
        (headers) =>
          this.api.send('post', '/api/catalogue-maintenance/imports', {
            ...{ source, checkedOn, form: { file }, headers },
          }),
        { hasPlace: false },
      );
      if (preview !== null) this.shown.set(preview);
    });
  }

  protected async start({ id }: CatalogueImport): Promise<void> {
    await this.starting.run(
      () =>
        this.working(async () => {
          this.follow(await this.api.post('/api/catalogue-maintenance/imports/{id}/start', { id }));
          this.forgetFile();
          await this.readList();
        }),
      id,
    );
  }

  protected discard({ id }: CatalogueImport): Promise<void> {
    return this.working(async () => {
      await this.api.delete('/api/catalogue-maintenance/imports/{id}', { id });
      this.close();
    });
  }

  protected open({ id }: CatalogueImport): Promise<void> {
    return this.working(async () => this.follow(await this.importOf(id)));
  }

  protected close(): void {
    clearTimeout(this.polling);
    this.shown.set(null);
    this.forgetFile();
  }

  /** Looks again until the worker is through. */
  private follow(shown: CatalogueImport): void {
    clearTimeout(this.polling);
    this.shown.set(shown);
    if (!isUnderWay(shown)) return;
    this.polling = setTimeout(() => {
      void this.working(async () => {
        const now = await this.importOf(shown.id);
        if (!isUnderWay(now)) await this.readList();
        this.follow(now);
      });
    }, lookAgainMilliseconds);
  }

  private forgetFile(): void {
    this.file.set(null);
    const input = this.fileInput()?.nativeElement;
    if (input) input.value = '';
  }

  private importOf(id: string): Promise<CatalogueImport> {
    return this.api.get('/api/catalogue-maintenance/imports/{id}', { id });
  }

  private async readList(): Promise<void> {
    this.list.set(await this.api.get('/api/catalogue-maintenance/imports'));
  }

  private async working(work: () => Promise<void>): Promise<void> {
    this.isBusy.set(true);
    this.problem.set(null);
    try {
      await work();
    } catch (error) {
      this.problem.set(problemOf(error));
    } finally {
      this.isBusy.set(false);
    }
  }
}
