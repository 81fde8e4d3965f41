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
import { SystemStore } from '../system-store';
import { DocumentsStore } from './documents-store';
import { Downloads } from './downloads';
import { cellOf, linesOf, type ListColumn, type ListLine } from './system-documents';

/** Share of the width of each column, as in print; numbers and days are never cut. */
const WEIGHTS: Readonly<Record<ListColumn['id'], number>> = {
  systemCode: 9,
  number: 19,
  title: 32,
  issuedOn: 10,
  inForceOn: 10,
  department: 12,
  status: 8,
  level: 9,
  subsystem: 20,
  adopted: 16,
  replaces: 16,
  cited: 16,
  note: 12,
};

const LEAST: Readonly<Partial<Record<ListColumn['id'], number>>> = {
  number: 165,
  title: 240,
  issuedOn: 92,
  inForceOn: 92,
};

/** 明细表 as it is printed, live from the register and the system. */
@Component({
  selector: 'lx-list-page',
  imports: [
    CdkVirtualScrollViewport,
    CdkVirtualForOf,
    CdkFixedSizeVirtualScroll,
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
  protected readonly systems = inject(SystemStore);
  protected readonly store = inject(DocumentsStore);
  protected readonly isChoosing = signal(false);
  protected readonly columns = computed(
    () => this.store.documents()?.columns.filter(({ isShown }) => isShown) ?? [],
  );
  protected readonly lines = computed(() => linesOf(this.store.documents()?.list ?? []));
  protected readonly total = computed(
    () => this.lines().filter(({ kind }) => kind === 'row').length,
  );
  protected readonly grid = computed(
    () =>
      `52px ${this.columns()
        .map(({ id }) => `minmax(${LEAST[id] ?? 60}px, ${WEIGHTS[id]}fr)`)
        .join(' ')}`,
  );
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

  protected async save(registerColumns: readonly string[] | null): Promise<void> {
    const problem = await this.store.change({ registerColumns });
    if (problem !== null) this.notices.failed(problem);
  }
}
