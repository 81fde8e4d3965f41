import { CdkVirtualScrollViewport, ScrollingModule } from '@angular/cdk/scrolling';
import {
  ChangeDetectionStrategy,
  Component,
  inject,
  input,
  signal,
  viewChild,
} from '@angular/core';
import { TranslocoDirective } from '@jsverse/transloco';
import { type LookupLink, lookupLink } from '@liangxing/contracts';
import { Modal } from '../../core/dialog/modal';
import { LanguageService } from '../../core/i18n/language.service';
import { FitViewport } from '../../core/print/fit-viewport';
import { type Candidate, type CurrencyRow, chipOf, offered, stateKeyOf } from './currency';
import { CurrencyStore } from './currency-store';
import { type AskedEntry, FeedbackDialog } from './feedback-dialog';
import { type AskedRows, VerifyDialog } from './verify-dialog';
import { KeptPictures } from './kept-pictures';

/** Height of a row in pixels; the virtual list counts on it. */
const ROW_HEIGHT = 84;

/** The rows of a currency report: what is found, who says so, and what replaces it. */
@Component({
  selector: 'lx-currency-rows',
  imports: [FitViewport, ScrollingModule, TranslocoDirective],
  templateUrl: './currency-rows.html',
  styleUrl: './currency-rows.less',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class CurrencyRows {
  protected readonly store = inject(CurrencyStore);
  protected readonly pictures = inject(KeptPictures);
  private readonly modal = inject(Modal);
  private readonly language = inject(LanguageService);
  private readonly viewport = viewChild(CdkVirtualScrollViewport);

  readonly readOnly = input(false);

  protected readonly rowHeight = ROW_HEIGHT;
  protected readonly columns = ['status', 'standard', 'source', 'replacement', 'action'] as const;
  protected readonly chip = chipOf;
  protected readonly stateKey = stateKeyOf;
  protected readonly offered = offered;
  /** What was chosen where a standard was split: row → identity. */
  private readonly choices = signal<ReadonlyMap<string, string>>(new Map());

  /** A row whose removal waits for a second click. */
  protected readonly nothing: ReadonlyMap<string, CurrencyRow> = new Map();
  protected readonly removing = signal('');

  protected verify([first, ...more]: readonly CurrencyRow[]): void {
    if (first === undefined) return;
    const rows: readonly [CurrencyRow, ...CurrencyRow[]] = [first, ...more];
    const data: AskedRows = {
      rows,
      verify: (finding, file) => this.store.verify(rows, finding, file),
    };
    this.modal.open(VerifyDialog, { data });
  }

  protected giveFeedback(entryId: number, number: string): void {
    const data: AskedEntry = { entryId, number };
    this.modal.open(FeedbackDialog, { data });
  }

  protected lookup({ level, number }: CurrencyRow) {
    return lookupLink(level, number);
  }

  protected siteName(link: LookupLink): string {
    const { zh, en } = link.site.name;
    return this.language.current() === 'en' ? en : zh;
  }

  protected remove(row: CurrencyRow): void {
    if (this.removing() !== row.id) {
      this.removing.set(row.id);
      return;
    }
    this.removing.set('');
    void this.store.removeOld(row);
  }

  protected readonly fetchRows = (first: number, last: number): Promise<void> =>
    this.store.show(first, last);

  protected onScroll(): void {
    const range = this.viewport()?.getRenderedRange();
    if (range) void this.store.show(range.start, Math.max(range.start, range.end - 1));
  }

  protected choose(row: CurrencyRow, identity: string): void {
    this.choices.update((choices) => new Map(choices).set(row.id, identity));
  }

  protected chosen(row: CurrencyRow): string {
    const candidates = offered(row);
    const [only, ...more] = candidates;
    const choice = this.choices().get(row.id) ?? '';
    if (candidates.some(({ identity }) => identity === choice)) return choice;
    return more.length === 0 ? (only?.identity ?? '') : '';
  }

  protected replace(row: CurrencyRow): void {
    const identity = this.chosen(row);
    if (identity !== '') void this.store.replace(row, identity);
  }

  protected listed(row: CurrencyRow): Candidate | undefined {
    return offered(row).length === 0 ? row.candidates[0] : undefined;
  }
}
