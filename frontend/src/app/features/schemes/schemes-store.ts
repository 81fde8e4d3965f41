import { Injectable, inject, signal } from '@angular/core';
import { map } from 'rxjs';
import { Api } from '../../core/api/api';
import { Busy } from '../../core/once/busy';
import { type Problem, problemOf } from '../../core/errors/problem';
import { fetchedFile } from '../../core/download/fetched-file';
import { saveFile } from '../../core/download/save-file';
import { FileReading } from '../../core/work/file-reading';
import type { Entry } from './entries/entry';
import type { TablePreview, UsableScheme } from './scheme';

/** The list of schemes and the workbook that is being looked at. */
@Injectable()
export class SchemesStore {
  private readonly api = inject(Api);
  private readonly reading = inject(FileReading);

  readonly schemes = signal<readonly UsableScheme[] | null>(null);
  readonly file = signal<File | null>(null);
  readonly preview = signal<TablePreview | null>(null);
  readonly published = signal<UsableScheme | null>(null);
  readonly problem = signal<Problem | null>(null);
  private readonly publishing = new Busy();
  readonly isBusy = signal(false);
  /** An answer for a file that was put aside meanwhile is not shown. */
  private turn = 0;

  async load(): Promise<void> {
    await this.attempt(async () => {
      this.schemes.set(await this.api.get('/schemes'));
    });
  }

  async open(file: File): Promise<void> {
    this.discard();
    this.file.set(file);
    const turn = this.turn;
    await this.attempt(async () => {
      const preview = await this.reading.run((headers) =>
        this.api.send('post', '/schemes/previews', { form: { file }, headers }),
      );
      if (turn !== this.turn) return;
      if (preview === null) this.discard();
      else this.preview.set(preview);
    });
  }

  /** Saves the workbook that was made of a table in another shape. */
  async saveDraft(): Promise<void> {
    const file = this.file();
    if (file === null || this.isBusy()) return;
    await this.attempt(async () => {
      const draft = await this.reading.run((headers) =>
        this.api
          .file('post', '/schemes/drafts', { form: { file }, headers })
          .pipe(map((answer) => fetchedFile(answer, 'table.xlsx'))),
      );
      if (draft !== null) saveFile(draft);
    });
  }

  async publish(): Promise<UsableScheme | null> {
    return (await this.publishing.run(() => this.publishNow(), 'publish')) ?? null;
  }

  /** Begins an entry with the workbook instead of publishing it. */
  async enter(): Promise<Entry | null> {
    return (await this.publishing.run(() => this.enterNow(), 'enter')) ?? null;
  }

  private async enterNow(): Promise<Entry | null> {
    const file = this.file();
    if (file === null || this.isBusy()) return null;
    let entry: Entry | null = null;
    await this.attempt(async () => {
      entry = await this.reading.run((headers) =>
        this.api.send('post', '/scheme-entries/workbooks', { form: { file }, headers }),
      );
      if (entry !== null) this.discard();
    });
    return entry;
  }

  private async publishNow(): Promise<UsableScheme | null> {
    const file = this.file();
    if (file === null || this.isBusy()) return null;
    let published: UsableScheme | null = null;
    await this.attempt(async () => {
      published = await this.reading.run((headers) =>
        this.api.send('post', '/schemes', { form: { file }, headers }),
      );
      if (published === null) return;
      this.discard();
      this.published.set(published);
      this.schemes.set(await this.api.get('/schemes'));
    });
    return published;
  }

  discard(): void {
    this.turn++;
    this.file.set(null);
    this.preview.set(null);
    this.published.set(null);
    this.problem.set(null);
  }

  private async attempt(work: () => Promise<void>): Promise<void> {
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
