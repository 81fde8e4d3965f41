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
import { FitViewport } from '../standards/fit-viewport';
import { type Candidate, type CurrencyRow, chipOf, offered } from './currency';
import { CurrencyStore } from './currency-store';
import { FeedbackDialog } from './feedback-dialog';

/** Height of a row in pixels; the virtual list counts on it. */
const ROW_HEIGHT = 62;

/** The rows of a currency report: what is found, who says so, and what replaces it. */
@Component({
  selector: 'lx-currency-rows',
  imports: [FeedbackDialog, FitViewport, ScrollingModule, TranslocoDirective],
  templateUrl: './currency-rows.html',
  styleUrl: './currency-rows.less',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class CurrencyRows {
  protected readonly store = inject(CurrencyStore);
  private readonly viewport = viewChild(CdkVirtualScrollViewport);

  readonly readOnly = input(false);

  protected readonly rowHeight = ROW_HEIGHT;
  protected readonly columns = ['status', 'standard', 'source', 'replacement', 'action'] as const;
  protected readonly chip = chipOf;
  protected readonly offered = offered;
  /** What was chosen where a standard was split: row → identity. */
  private readonly choices = signal<ReadonlyMap<string, string>>(new Map());

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
