import {
  CdkFixedSizeVirtualScroll,
  CdkVirtualForOf,
  CdkVirtualScrollViewport,
} from '@angular/cdk/scrolling';
import { ChangeDetectionStrategy, Component, computed, inject, signal } from '@angular/core';
import { TranslocoDirective, TranslocoService } from '@jsverse/transloco';
import { Notices } from '../../../core/errors/notices';
import { ProblemNotice } from '../../../core/errors/problem-notice';
import { LanguageService } from '../../../core/i18n/language.service';
import { FitViewport } from '../../../core/print/fit-viewport';
import { SystemView } from '../system-view';
import { DocumentsStore } from './documents-store';
import { Downloads } from './downloads';
import { gridOf } from './list-grid';
import { cellOf, linesOf, type ListColumn, type ListLine } from './system-documents';

/** 明细表 as it is printed, live from the register and the system. */
@Component({
  selector: 'lx-list-page',
  imports: [
    CdkVirtualScrollViewport,
    CdkVirtualForOf,
    CdkFixedSizeVirtualScroll,
    FitViewport,
    TranslocoDirective,
    ProblemNotice,
    Downloads,
  ],
  templateUrl: './list.page.html',
  styleUrl: './list.page.less',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class ListPage {
  private readonly notices = inject(Notices);
  private readonly language = inject(LanguageService);
  private readonly transloco = inject(TranslocoService);
  protected readonly opened = inject(SystemView);
  protected readonly store = inject(DocumentsStore);
  protected readonly isChoosing = signal(false);
  protected readonly columns = computed(
    () => this.store.documents()?.columns.filter(({ isShown }) => isShown) ?? [],
  );
  protected readonly lines = computed(() => linesOf(this.store.documents()?.list ?? []));
  protected readonly total = computed(
    () => this.lines().filter(({ kind }) => kind === 'row').length,
  );
  private readonly layout = computed(() => gridOf(this.columns().map(({ id }) => id)));
  protected readonly grid = computed(() => this.layout().columns);
  /** Head and rows scroll sideways together where the columns need more than the page. */
  protected readonly least = computed(() => this.layout().least);
  protected readonly cell = cellOf;

  /** The screen speaks the reader's language; the printed list is in Chinese. */
  protected heading({ id, heading }: ListColumn): string {
    return this.language.current() === 'zh-CN'
      ? heading
      : this.transloco.translate(`documents.list.headings.${id}`);
  }

  protected trackLine(index: number, line: ListLine): string {
    return line.kind === 'row' ? String(line.number) : `g${index}`;
  }

  protected async toggle(column: ListColumn): Promise<void> {
    const shown = this.columns().map(({ id }) => id);
    const registerColumns = column.isShown
      ? shown.filter((id) => id !== column.id)
      : [...shown, column.id];
    await this.save(registerColumns);
  }

  protected async save(registerColumns: readonly ListColumn['id'][] | null): Promise<void> {
    const problem = await this.store.change({ registerColumns });
    if (problem !== null) this.notices.failed(problem);
  }
}
