import { type OverlayRef, createOverlayRef } from '@angular/cdk/overlay';
import { ComponentPortal } from '@angular/cdk/portal';
import {
  DestroyRef,
  Directive,
  ElementRef,
  Injector,
  afterRenderEffect,
  booleanAttribute,
  effect,
  inject,
  input,
  output,
  signal,
  untracked,
} from '@angular/core';
import { TranslocoService } from '@jsverse/transloco';
import { FIRST_YEAR, LAST_DAY, firstDayOf } from '@liangxing/contracts';
import { tellsHeld } from '../drafts/held-fields';
import { Calendar } from './calendar';
import { DateProblem } from './date-problem';
import { dayFromText } from './days';
import { TypedDay } from './typed-day';
import { besideField } from './beside-field';

let fields = 0;

/**
 * A day, shown and typed as 2026-10-31 whatever the language of the browser is; other usual ways of writing it are
 * understood. Its listeners hear `input` and `change` once a whole day stands there, or none, and read it as
 * `YYYY-MM-DD` or an empty text; what is no day stays in the field, says what is wrong, and holds its form back.
 * A click on the sign at its end, or Alt and the arrow down, opens a calendar.
 */
@Directive({
  selector: 'input[lxDate]',
  exportAs: 'lxDate',
  host: {
    '[class.lx-date]': 'isDate()',
    '[value]': 'value()',
    '[attr.role]': "isDate() ? 'combobox' : null",
    '[attr.aria-haspopup]': "isDate() ? 'dialog' : null",
    '[attr.aria-expanded]': 'isDate() ? isOpen() : null',
    '[attr.aria-controls]': 'isOpen() ? calendarId : null',
    '[attr.autocomplete]': "isDate() ? 'off' : null",
    '[attr.placeholder]': 'isDate() ? placeholder() : null',
    '(click)': 'onClick($event)',
    '(keydown)': 'onKey($event)',
  },
})
export class DateField {
  private readonly field = inject<ElementRef<HTMLInputElement>>(ElementRef).nativeElement;
  private readonly injector = inject(Injector);
  private readonly transloco = inject(TranslocoService);
  private readonly tellHeld = tellsHeld();
  private calendar: OverlayRef | null = null;
  private remark: OverlayRef | null = null;
  private readonly typed = new TypedDay(this.field, {
    isDate: () => this.isDate(),
    isPaused: () => this.isOpen(),
    problemOf: (day) => this.problemOf(day),
    say: (problem) => this.say(problem),
  });

  /** false: an ordinary field, where one template makes fields of several kinds. */
  readonly isDate = input(true, {
    alias: 'lxDate',
    transform: (value: unknown) => value === '' || booleanAttribute(value),
  });
  /** `YYYY-MM-DD` or empty. */
  readonly value = input('');
  /** Left out or empty: what the server takes of any field. */
  readonly min = input(firstDayOf(FIRST_YEAR), {
    transform: (day: string) => day || firstDayOf(FIRST_YEAR),
  });
  readonly max = input(LAST_DAY, { transform: (day: string) => day || LAST_DAY });

  /** The calendar is closed with a day, or by going elsewhere: where the field is left with no blur of its own. */
  readonly calendarLeft = output();

  protected readonly calendarId = `calendar-${(fields += 1)}`;
  private readonly isShown = signal(false);
  /** Whether the calendar is: the focus is in it, and the field is not left for good. */
  readonly isOpen = this.isShown.asReadonly();

  constructor() {
    effect(() => {
      this.typed.known = this.value();
      untracked(() => this.say(''));
    });
    this.lookAgainAtBounds();
    inject(DestroyRef).onDestroy(() => {
      this.calendar?.dispose();
      this.remark?.dispose();
    });
  }

  protected placeholder(): string {
    return this.transloco.translate('date.shape');
  }

  protected onClick({ offsetX }: MouseEvent): void {
    // The sign stands where the text may not.
    const signWidth = parseFloat(getComputedStyle(this.field).paddingRight);
    if (this.calendar !== null) this.close({ returns: true });
    else if (this.isDate() && offsetX > this.field.clientWidth - signWidth) this.open();
  }

  protected onKey(event: KeyboardEvent): void {
    if (!this.isDate() || event.key !== 'ArrowDown' || !event.altKey) return;
    event.preventDefault();
    event.stopPropagation();
    this.open();
  }

  /** When they have changed; a text that is still typed is looked at when it is left. */
  private lookAgainAtBounds(): void {
    let before: string | undefined;
    afterRenderEffect(() => {
      const bounds = `${this.min()} ${this.max()}`;
      const isChanged = before !== undefined && before !== bounds;
      before = bounds;
      const isLeft = !untracked(this.isOpen) && document.activeElement !== this.field;
      if (isChanged && isLeft && this.field.value !== '') untracked(() => this.typed.take());
    });
  }

  private problemOf(day: string | null): string {
    if (day === null) return this.transloco.translate('date.unreadable');
    if (day < this.min()) return this.transloco.translate('date.tooEarly', { day: this.min() });
    if (day > this.max()) return this.transloco.translate('date.tooLate', { day: this.max() });
    return '';
  }

  private say(problem: string): void {
    this.tellHeld(this.field, problem !== '');
    if (problem === this.field.validationMessage && this.field.validity.customError) return;
    this.field.setCustomValidity(problem);
    this.remark?.dispose();
    this.remark = null;
    if (problem === '') {
      if (this.field.getAttribute('aria-errormessage') !== null) {
        this.field.removeAttribute('aria-errormessage');
        this.field.removeAttribute('aria-invalid');
      }
      return;
    }
    const config = besideField(this.injector, this.field, (remark) => remark.updatePosition());
    config.panelClass = 'lx-remark';
    this.remark = createOverlayRef(this.injector, config);
    const { instance } = this.remark.attach(new ComponentPortal(DateProblem));
    instance.text.set(problem);
    this.field.setAttribute('aria-invalid', 'true');
    this.field.setAttribute('aria-errormessage', instance.id);
  }

  private open(): void {
    if (this.calendar !== null || this.field.disabled || this.field.readOnly) return;
    // Whoever chooses in the calendar is about to put it right.
    this.say('');
    const close = () => this.close({ returns: true });
    const overlay = createOverlayRef(this.injector, besideField(this.injector, this.field, close));
    const calendar = overlay.attach(new ComponentPortal(Calendar));
    calendar.setInput('chosenDay', dayFromText(this.field.value) ?? '');
    calendar.setInput('id', this.calendarId);
    calendar.setInput('min', this.min());
    calendar.setInput('max', this.max());
    calendar.instance.chosen.subscribe((day) => {
      this.field.value = day;
      this.close({ returns: true });
      this.calendarLeft.emit();
    });
    // The focus stays where the person went.
    overlay.outsidePointerEvents().subscribe(({ target }) => {
      if (target === this.field) return;
      this.close({ returns: false });
      this.calendarLeft.emit();
    });
    overlay.keydownEvents().subscribe((event) => {
      if (event.key !== 'Escape') return;
      event.preventDefault();
      this.close({ returns: true });
    });
    this.calendar = overlay;
    this.isShown.set(true);
  }

  /** @param returns whether the focus goes back to the field */
  private close({ returns }: { returns: boolean }): void {
    this.calendar?.dispose();
    this.calendar = null;
    this.isShown.set(false);
    if (returns) this.field.focus({ preventScroll: true });
    this.typed.take();
  }
}
