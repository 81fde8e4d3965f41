import { ChangeDetectionStrategy, Component, computed, inject, input, signal } from '@angular/core';
import { TranslocoDirective } from '@jsverse/transloco';
import { Api } from '../../core/api/api';
import { DownloadLink } from '../../core/download/download-link';
import { lastMonths, monthToReport } from './last-months';

/** In one file, as the server takes them. */
const MOST_REPORTS = 100;
const MONTHS_OFFERED = 13;

/** The monthly report to a client, or of many clients as a ZIP: which month, in which form. */
@Component({
  selector: 'lx-report-maker',
  imports: [DownloadLink, TranslocoDirective],
  template: `
    <div class="maker" *transloco="let t">
      <label>
        {{ t('portfolio.report.month') }}
        <select class="ant-input" data-testid="report-month" (change)="chooseMonth($event)">
          @for (each of months; track each) {
            <option [value]="each" [selected]="each === month()">{{ each }}</option>
          }
        </select>
      </label>
      @if (isTooMany()) {
        <span class="muted small" role="note">{{
          t('portfolio.report.tooMany', { most: most })
        }}</span>
      } @else if (clients().length > 0) {
        @for (format of formats; track format) {
          <a
            class="ant-btn ant-btn-sm"
            lxDownload
            [attr.data-testid]="'report-' + format"
            [href]="hrefOf(format)"
            download
          >
            <span>{{
              t('portfolio.report.' + (clients().length > 1 ? 'many' : 'one'), {
                format: format === 'pdf' ? 'PDF' : 'Word',
                count: clients().length,
              })
            }}</span>
          </a>
        }
      }
    </div>
  `,
  styles: `
    .maker {
      display: flex;
      flex-wrap: wrap;
      align-items: center;
      gap: var(--lx-gap-2);
      margin-bottom: var(--lx-gap-2);
    }
    select {
      width: 110px;
    }
  `,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class ReportMaker {
  private readonly api = inject(Api);

  /** Ids of the clients, in the order of the list. */
  readonly clients = input.required<readonly string[]>();

  protected readonly most = MOST_REPORTS;
  protected readonly formats = ['pdf', 'docx'] as const;
  protected readonly months = lastMonths(new Date(), MONTHS_OFFERED);
  protected readonly month = signal(monthToReport(new Date()));
  protected readonly isTooMany = computed(() => this.clients().length > MOST_REPORTS);

  protected chooseMonth({ target }: Event): void {
    this.month.set((target as HTMLSelectElement).value);
  }

  protected hrefOf(format: 'pdf' | 'docx'): string {
    const asked = { month: this.month(), format, clients: [...this.clients()] };
    return this.api.url('/portfolio/reports', asked);
  }
}
