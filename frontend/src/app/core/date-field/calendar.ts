import { A11yModule } from '@angular/cdk/a11y';
import {
  ChangeDetectionStrategy,
  Component,
  ElementRef,
  Injector,
  afterNextRender,
  computed,
  inject,
  input,
  linkedSignal,
  output,
} from '@angular/core';
import { TranslocoDirective } from '@jsverse/transloco';
import { dayOfChina } from '../i18n/day-of-china';
import { LanguageService } from '../i18n/language.service';
import { dayByKey } from './day-by-key';
import { plusMonths } from '@liangxing/contracts';
import { instantOf, weeksAround } from './days';

/** A month whose days are gone through by the keys of a grid: arrows, Home and End, Page Up and Page Down, with Shift by years. */
@Component({
  selector: 'lx-calendar',
  imports: [A11yModule, TranslocoDirective],
  templateUrl: './calendar.html',
  styleUrl: './calendar.less',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class Calendar {
  private readonly injector = inject(Injector);
  private readonly element = inject<ElementRef<HTMLElement>>(ElementRef);
  private readonly language = inject(LanguageService);

  /** `YYYY-MM-DD`; empty: none is chosen yet. */
  readonly chosenDay = input('');
  /** By which its field names it. */
  readonly id = input('');
  readonly min = input('');
  readonly max = input('');
  readonly chosen = output<string>();

  protected readonly today = dayOfChina(new Date());
  /** The one that has the focus. */
  protected readonly at = linkedSignal(() => this.within(this.chosenDay() || this.today));
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

  constructor() {
    this.focusDay();
  }

  protected nameOf(day: string): string {
    return this.word(day, { dateStyle: 'full' });
  }

  protected isOut(day: string): boolean {
    return this.within(day) !== day;
  }

  protected isOfMonth(day: string): boolean {
    return day.slice(0, 7) === this.at().slice(0, 7);
  }

  protected turn(months: number): void {
    this.at.update((day) => this.within(plusMonths(day, months)));
  }

  protected onKey(event: KeyboardEvent): void {
    const day = dayByKey(this.at(), event);
    if (day === undefined) return;
    event.preventDefault();
    this.at.set(this.within(day));
    this.focusDay();
  }

  private focusDay(): void {
    afterNextRender(
      () =>
        this.element.nativeElement.querySelector<HTMLElement>('td button[tabindex="0"]')?.focus(),
      { injector: this.injector },
    );
  }

  private within(day: string): string {
    if (this.max() && day > this.max()) return this.max();
    return day < this.min() ? this.min() : day;
  }

  private word(day: string, format: Intl.DateTimeFormatOptions): string {
    return new Intl.DateTimeFormat(this.language.current(), { ...format, timeZone: 'UTC' }).format(
      instantOf(day),
    );
  }
}
