import { ChangeDetectionStrategy, Component, computed, inject, signal } from '@angular/core';
import { Router, RouterLink } from '@angular/router';
import { TranslocoDirective } from '@jsverse/transloco';
import { Busy } from '../../core/once/busy';
import { firstValueFrom } from 'rxjs';
import { DownloadLink } from '../../core/download/download-link';
import { SaveState } from '../../core/drafts/save-state';
import { Notices } from '../../core/errors/notices';
import { ProblemNotice } from '../../core/errors/problem-notice';
import { CurrentOrganization } from '../../core/session/current-organization';
import { QuietTimer } from '../../core/typing/quiet-timer';
import { ImportsService } from './imports.service';
import { OfflineEdits } from './offline-edits';
import { RegisterGrid } from './register-grid';
import { RegisterStore } from './register-store';
import { STANDARD_LEVELS, STANDARD_STATUSES, type StandardQuery } from './standard';
import { StandardsService } from './standards.service';

const quietMilliseconds = 250;

/** 标准明细: the register, its filters, import, export. */
@Component({
  selector: 'lx-standards-page',
  imports: [RouterLink, TranslocoDirective, DownloadLink, SaveState, ProblemNotice, RegisterGrid],
  providers: [OfflineEdits, RegisterStore],
  templateUrl: './standards-page.html',
  styleUrl: './standards-page.less',
  host: { '(document:paste)': 'paste($event)' },
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class StandardsPage {
  protected readonly store = inject(RegisterStore);
  private readonly service = inject(StandardsService);
  private readonly imports = inject(ImportsService);
  private readonly notices = inject(Notices);
  private readonly router = inject(Router);
  private readonly organization = inject(CurrentOrganization);
  private readonly timer = new QuietTimer();

  protected readonly levels = STANDARD_LEVELS;
  protected readonly statuses = STANDARD_STATUSES;
  protected readonly adding = new Busy();
  protected readonly isAdding = signal(false);
  protected readonly canWrite = computed(() => this.organization.can('standards:write'));
  protected readonly currencyLink = computed(() => [
    '/o',
    this.organization.id(),
    'standards',
    'currency',
  ]);
  protected readonly importLink = computed(() => [
    '/o',
    this.organization.id(),
    'standards',
    'import',
  ]);

  constructor() {
    void this.store.reload();
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
      problem: '',
    });
  }

  protected async add(event: Event, fields: readonly HTMLInputElement[]): Promise<void> {
    event.preventDefault();
    await this.adding.run(() => this.addOf(fields));
  }

  private async addOf(fields: readonly HTMLInputElement[]): Promise<void> {
    const [systemCode, number, title] = fields.map(({ value }) => value.trim());
    if (!number && !title) return;
    const isAdded = await this.store.add({
      systemCode: systemCode ?? '',
      number: number ?? '',
      title: title ?? '',
    });
    if (!isAdded) return;
    for (const field of fields) field.value = '';
    fields[1]?.focus();
  }

  protected exportUrl(format: 'xlsx' | 'csv'): string {
    return this.service.exportUrl(format);
  }

  protected removeSelected(): void {
    this.store.remove([...this.store.selected()]);
  }

  /** Rows copied from a spreadsheet go through the import: preview first, undo afterwards. */
  protected async paste(event: ClipboardEvent): Promise<void> {
    const text = event.clipboardData?.getData('text/plain') ?? '';
    const isInField =
      event.target instanceof HTMLInputElement || event.target instanceof HTMLTextAreaElement;
    if (!this.canWrite() || isInField || !text.includes('\t')) return;
    event.preventDefault();
    try {
      const created = await firstValueFrom(this.imports.upload(this.imports.fileOfRows(text)));
      await this.router.navigate([...this.importLink(), created.id]);
    } catch (error) {
      this.notices.failed(error);
    }
  }
}
