import { NgTemplateOutlet } from '@angular/common';
import {
  ChangeDetectionStrategy,
  Component,
  computed,
  inject,
  input,
  linkedSignal,
  output,
} from '@angular/core';
import { TranslocoDirective } from '@jsverse/transloco';
import { hasOpenFile, MOST_DRAFT_FILES } from '@liangxing/contracts';
import { DownloadLink } from '../../../core/download/download-link';
import { fileSizeText } from '../../../core/i18n/file-size';
import { TimePipe } from '../../../core/i18n/time.pipe';
import { WordFieldsHelp } from '../../../core/word-files/word-fields-help';
import { WordNotes } from '../../../core/word-files/word-notes';
import { WordUpload } from '../../../core/word-files/word-upload';
import type { Draft } from './draft';
import { DraftsStore } from './drafts-store';

/** The Word file that people wrote themselves: the one that counts, earlier ones, the next one. */
@Component({
  selector: 'lx-draft-file',
  imports: [
    DownloadLink,
    NgTemplateOutlet,
    TimePipe,
    TranslocoDirective,
    WordFieldsHelp,
    WordNotes,
    WordUpload,
  ],
  templateUrl: './draft-file.html',
  styles: `
    :host {
      display: flex;
      flex-direction: column;
      gap: var(--lx-gap-2);
      margin: var(--lx-gap-4) 0;
    }
    ul {
      margin: 4px 0;
      padding: 0;
      list-style: none;
    }
    li {
      display: flex;
      flex-wrap: wrap;
      gap: var(--lx-gap-1) var(--lx-gap-3);
      align-items: baseline;
      overflow-wrap: anywhere;
    }
  `,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class DraftFile {
  protected readonly store = inject(DraftsStore);

  readonly draft = input.required<Draft>();
  readonly canWrite = input(false);
  /** What was typed goes first: the file is written over the version that is stored then. */
  readonly chosen = output<File>();
  readonly removed = output<number>();

  /** The version that is about to be removed. */
  protected readonly removing = linkedSignal<Draft, number | null>({
    source: this.draft,
    computation: () => null,
  });
  protected readonly most = MOST_DRAFT_FILES;
  protected readonly sizeOf = fileSizeText;
  protected readonly current = computed(() => this.draft().files[0]);
  protected readonly earlier = computed(() => this.draft().files.slice(1));
  protected readonly isOpen = computed(() => this.canWrite() && hasOpenFile(this.draft().state));

  protected remove(number: number): void {
    this.removing.set(null);
    this.removed.emit(number);
  }
}
