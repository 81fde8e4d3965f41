import { dayFromText, isWholeDay } from './days';

export interface DayRules {
  /** false: an ordinary field, which is left alone. */
  readonly isDate: () => boolean;
  /** true: the day is being chosen elsewhere, and the text is looked at when that ends. */
  readonly isPaused: () => boolean;
  /** What speaks against a day, in words; empty: nothing does. null is a text that is no day. */
  readonly problemOf: (day: string | null) => string;
  /** Hears it after each look at the text, empty where all is well. */
  readonly say: (problem: string) => void;
}

/**
 * Stands before all other listeners of a text field: they hear `input` and `change` once a whole day stands there, or
 * none, and read it as `YYYY-MM-DD` or an empty text. What is no day stays in the field and is told to nobody.
 */
export class TypedDay {
  /** What the listeners know. */
  known = '';
  private isTelling = false;

  constructor(
    private readonly field: HTMLInputElement,
    private readonly rules: DayRules,
  ) {
    const listeners: Record<string, (event: Event) => void> = {
      input: (event) => this.hear(event),
      change: (event) => this.hear(event),
      blur: () => void (this.rules.isPaused() || this.take()),
      keydown: (event) => this.leave(event as KeyboardEvent),
    };
    for (const [type, listener] of Object.entries(listeners))
      // core/typing/ still stands before it, at the window.
      // eslint-disable-next-line no-restricted-syntax
      field.addEventListener(type, listener, { capture: true });
  }

  /** Looks at the text, says what is wrong with it, and tells its day. @returns whether a day stands there, or none */
  take(): boolean {
    if (!this.rules.isDate()) return true;
    const text = this.field.value.trim();
    const day = text === '' ? '' : dayFromText(text);
    const problem = day === '' ? '' : this.rules.problemOf(day);
    this.rules.say(problem);
    if (day === null || problem !== '') return false;
    this.tell(day);
    return true;
  }

  private hear(event: Event): void {
    if (!this.rules.isDate() || this.isTelling) return;
    event.stopImmediatePropagation();
    const { value } = this.field;
    if (event.type === 'change' || value.trim() === '' || isWholeDay(value)) this.take();
  }

  /** Whoever hears the keys that leave the field reads a day; what is none is not sent. */
  private leave(event: KeyboardEvent): void {
    if (event.key !== 'Enter' && event.key !== 'Tab') return;
    if (this.take() || event.key === 'Tab') return;
    event.preventDefault();
    event.stopImmediatePropagation();
  }

  private tell(day: string): void {
    if (this.field.value !== day) this.field.value = day;
    if (day === this.known) return;
    this.known = day;
    this.isTelling = true;
    for (const type of ['input', 'change'])
      this.field.dispatchEvent(new Event(type, { bubbles: true }));
    this.isTelling = false;
  }
}
