import { ChangeDetectionStrategy, Component, computed, inject, signal } from '@angular/core';
import { toSignal } from '@angular/core/rxjs-interop';
import { ActivatedRoute, Router, RouterLink } from '@angular/router';
import { TranslocoDirective } from '@jsverse/transloco';
import { Api } from '../../core/api/api';
import { DownloadLink } from '../../core/download/download-link';
import { SaveState } from '../../core/drafts/save-state';
import { Notices } from '../../core/errors/notices';
import { ProblemNotice } from '../../core/errors/problem-notice';
import { CurrentOrganization } from '../../core/session/current-organization';
import { isTyping } from '../../core/typing/is-typing';
import { QuietTimer } from '../../core/typing/quiet-timer';
import { fileOfRows } from './file-of-rows';
import { AddStandard } from './add-standard';
import { BulkBar } from './bulk-bar';
import { ColumnChoice } from './column-choice';
import { RowEdits } from './row-edits';
import { RegisterActs } from './register-acts';
import { RegisterColumns } from './register-columns';
import { RegisterGrid } from './register-grid';
import { RegisterStore } from './register-store';
import { STANDARD_LEVELS, STANDARD_STATUSES, type StandardQuery } from './standard';
import { StandardDetail } from './standard-detail';

const quietMilliseconds = 250;

/** 标准明细: the register, its filters, import, export. */
@Component({
  selector: 'lx-standards-page',
  imports: [
    RouterLink,
    TranslocoDirective,
    AddStandard,
    BulkBar,
    ColumnChoice,
    DownloadLink,
    SaveState,
    ProblemNotice,
    RegisterGrid,
    StandardDetail,
  ],
  providers: [RowEdits, RegisterStore, RegisterActs, RegisterColumns],
  templateUrl: './standards-page.html',
  styleUrl: './standards-page.less',
  host: { '(document:paste)': 'paste($event)', '(document:keydown)': 'onKey($event)' },
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class StandardsPage {
  protected readonly store = inject(RegisterStore);
  protected readonly acts = inject(RegisterActs);
  private readonly api = inject(Api);
  private readonly notices = inject(Notices);
  private readonly router = inject(Router);
  private readonly organization = inject(CurrentOrganization);
  private readonly timer = new QuietTimer();

  protected readonly levels = STANDARD_LEVELS;
  protected readonly statuses = STANDARD_STATUSES;
  /** No department's name. */
  protected readonly none = '\u0000';
  protected readonly isAdding = signal(false);
  protected readonly canWrite = computed(() => this.organization.can('standards:write'));
  protected readonly currencyLink = computed(() => [
    '/o',
    this.organization.id(),
    'standards',
    'currency',
  ]);
  protected readonly binLink = computed(() => ['/o', this.organization.id(), 'standards', 'bin']);
  private readonly asked = toSignal(inject(ActivatedRoute).queryParamMap);
  protected readonly shown = computed(() => this.asked()?.get('standard') ?? null);
  protected readonly importLink = computed(() => [
    '/o',
    this.organization.id(),
    'standards',
    'import',
  ]);

  constructor() {
    // Whoever is sent to the rows with problems sees these rows.
    if (this.asked()?.get('field') === 'standards.problems')
      void this.store.ask({ problem: 'any' });
    else void this.store.reload();
  }

  /** Typing waits a moment, choices ask at once. */
  protected filter(change: Partial<StandardQuery>, isTyped = false): void {
    this.timer.start(isTyped ? quietMilliseconds : 0, () => void this.store.ask(change));
  }

  protected clearFilters(): void {
    void this.store.ask({
      q: '',
      level: '',
      status: '',
      systemCode: '',
      department: '',
      missing: '',
      problem: '',
    });
  }

  protected exportUrl(format: 'xlsx' | 'csv'): string {
    return this.api.url('/standards/export', { format });
  }

  protected filterDepartment(value: string): void {
    const isNone = value === this.none;
    this.filter({ department: isNone ? '' : value, missing: isNone ? 'department' : '' });
  }

  /** Shows one standard whole; the address names it, so that it can be handed on. */
  protected open(standard: string | null): void {
    void this.router.navigate([], { queryParams: { standard }, queryParamsHandling: 'merge' });
  }

  protected onKey(event: KeyboardEvent): void {
    const isUndo = (event.ctrlKey || event.metaKey) && !event.shiftKey && !event.altKey;
    if (!isUndo || event.key.toLowerCase() !== 'z' || isTyping(event.target)) return;
    if (!this.canWrite() || !this.acts.last()) return;
    event.preventDefault();
    void this.acts.undo();
  }

  /** Rows copied from a spreadsheet go through the import: preview first, undo afterwards. */
  protected async paste(event: ClipboardEvent): Promise<void> {
    const text = event.clipboardData?.getData('text/plain') ?? '';
    const isInField =
      event.target instanceof HTMLInputElement || event.target instanceof HTMLTextAreaElement;
    if (!this.canWrite() || isInField || !text.includes('\t')) return;
    event.preventDefault();
    try {
      const form = { file: fileOfRows(text) };
      const created = await this.api.post('/standard-imports', { form });
      await this.router.navigate([...this.importLink(), created.id]);
    } catch (error) {
      this.notices.failed(error);
    }
  }
}
