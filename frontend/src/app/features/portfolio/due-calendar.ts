import {
  ChangeDetectionStrategy,
  Component,
  ElementRef,
  Injector,
  afterNextRender,
  computed,
  inject,
  input,
  model,
} from '@angular/core';
import { TranslocoDirective } from '@jsverse/transloco';
import type { DueOfClientDto } from '../../core/api/generated/openapi';
import { dayByKey } from '../../core/date-field/day-by-key';
import { plusMonths } from '@liangxing/contracts';
import { instantOf, weeksAround } from '../../core/date-field/days';
import { dayOfChina } from '../../core/i18n/day-of-china';
import { LanguageService } from '../../core/i18n/language.service';

/** A month with what is due on its days; gone through by the keys of a grid, as the calendar of a date field is. */
@Component({
  selector: 'lx-due-calendar',
  imports: [TranslocoDirective],
  template: `
    <ng-container *transloco="let t">
      <div class="head">
        <button
          type="button"
          class="ant-btn"
          data-testid="month-before"
          [attr.aria-label]="t('portfolio.due.monthBefore')"
          (click)="turn(-1)"
        >
          <span aria-hidden="true">‹</span>
        </button>
        <strong role="status" data-testid="month">{{ monthName() }}</strong>
        <button
          type="button"
          class="ant-btn"
          data-testid="month-after"
          [attr.aria-label]="t('portfolio.due.monthAfter')"
          (click)="turn(1)"
        >
          <span aria-hidden="true">›</span>
        </button>
      </div>
      <table role="grid" [attr.aria-label]="monthName()">
        <thead>
          <tr role="row">
            @for (weekday of weekdays(); track weekday.long) {
              <th scope="col" role="columnheader" [attr.abbr]="weekday.long">
                {{ weekday.short }}
              </th>
            }
          </tr>
        </thead>
        <tbody>
          @for (week of weeks(); track week[0]) {
            <tr role="row">
              @for (day of week; track day) {
                <td role="gridcell" [attr.aria-selected]="day === at()">
                  <button
                    type="button"
                    [attr.data-day]="day"
                    [attr.tabindex]="day === at() ? 0 : -1"
                    [attr.aria-label]="
                      t('portfolio.due.ofDay', { day: nameOf(day), count: countOf(day) })
                    "
                    [attr.aria-current]="day === today ? 'date' : null"
                    [class.other]="day.slice(0, 7) !== at().slice(0, 7)"
                    [class.late]="day < today && countOf(day) > 0"
                    (keydown)="onKey($event)"
                    (click)="at.set(day)"
                  >
                    {{ +day.slice(8) }}
                    @if (countOf(day); as count) {
                      <span class="count">{{ count }}</span>
                    }
                  </button>
                </td>
              }
            </tr>
          }
        </tbody>
      </table>
    </ng-container>
  `,
  styleUrl: './due-calendar.less',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class DueCalendar {
  private readonly injector = inject(Injector);
  private readonly element = inject<ElementRef<HTMLElement>>(ElementRef);
  private readonly language = inject(LanguageService);

  readonly dates = input.required<readonly DueOfClientDto[]>();
  /** The day that is looked at, `YYYY-MM-DD`; its month is shown. */
  readonly at = model.required<string>();

  protected readonly today = dayOfChina(new Date());
  protected readonly weeks = computed(() => weeksAround(this.at()));
  protected readonly monthName = computed(() =>
    this.word(this.at(), { year: 'numeric', month: 'long' }),
  );
  protected readonly weekdays = computed(() =>
    (this.weeks()[0] ?? []).map((day) => ({
      short: this.word(day, { weekday: 'narrow' }),
      long: this.word(day, { weekday: 'long' }),
    })),
  );
  private readonly counts = computed(() => {
    const counts = new Map<string, number>();
    for (const { dueOn } of this.dates()) counts.set(dueOn, (counts.get(dueOn) ?? 0) + 1);
    return counts;
  });

  protected countOf(day: string): number {
    return this.counts().get(day) ?? 0;
  }

  protected nameOf(day: string): string {
    return this.word(day, { dateStyle: 'full' });
  }

  protected turn(months: number): void {
    this.at.set(plusMonths(this.at(), months));
  }

  protected onKey(event: KeyboardEvent): void {
    const day = dayByKey(this.at(), event);
    if (day === undefined) return;
    event.preventDefault();
    this.at.set(day);
    afterNextRender(
      () =>
        this.element.nativeElement.querySelector<HTMLElement>('td button[tabindex="0"]')?.focus(),
      { injector: this.injector },
    );
  }

  private word(day: string, format: Intl.DateTimeFormatOptions): string {
    return new Intl.DateTimeFormat(this.language.current(), { ...format, timeZone: 'UTC' }).format(
      instantOf(day),
    );
  }
}
