import { ChangeDetectionStrategy, Component, computed, inject, input, output } from '@angular/core';
import { TranslocoDirective } from '@jsverse/transloco';
import type { LocalizedText, Rule } from '@liangxing/scheme';
import type { RuleAnswer } from '@liangxing/scoring';
import { LanguageService } from '../../core/i18n/language.service';
import { pointsText } from '../../core/i18n/points';

/** One deduction or award as a choice: a tick, a number of pieces, one of several, a share, or figures. */
@Component({
  selector: 'lx-rule-input',
  imports: [TranslocoDirective],
  templateUrl: './rule-input.html',
  styleUrl: './rule-input.less',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class RuleInput {
  private readonly language = inject(LanguageService);

  readonly rule = input.required<Rule>();
  readonly value = input<RuleAnswer | undefined>();
  /** Points that this rule takes or gives now. */
  readonly amount = input(0);
  /** Key that ticks the rule: its place in the item, from 1. */
  readonly shortcut = input<number>();
  readonly disabled = input(false);
  /** The rule was written for this program, within an item that was not: it must not pass for published. */
  readonly isHouse = input(false);
  readonly changed = output<RuleAnswer | undefined>();

  protected readonly points = pointsText;
  protected readonly count = computed(() => {
    const value = this.value();
    return typeof value === 'number' ? value : 0;
  });
  protected readonly rate = computed(() => {
    const value = this.value();
    return typeof value === 'object' && 'whole' in value && 'part' in value
      ? { part: Number(value['part']), whole: Number(value['whole']) }
      : null;
  });
  protected readonly figures = computed<Readonly<Record<string, number>>>(() => {
    const value = this.value();
    return typeof value === 'object' ? { ...value } : {};
  });

  protected text(text: LocalizedText): string {
    return text[this.language.current()] ?? text['zh-CN'];
  }

  protected tick(event: Event): void {
    const isTicked = (event.target as HTMLInputElement).checked;
    const ticked = this.rule().kind === 'award' ? 1 : true;
    this.changed.emit(isTicked ? ticked : undefined);
  }

  protected setCount(count: number): void {
    const whole = Math.max(0, Math.min(1_000_000, Math.trunc(count)));
    this.changed.emit(Number.isFinite(whole) && whole > 0 ? whole : undefined);
  }

  protected typeCount(event: Event): void {
    this.setCount(Number((event.target as HTMLInputElement).value));
  }

  protected choose(id: string): void {
    this.changed.emit(id);
  }

  protected typeRate(part: string, whole: string): void {
    const [a, b] = [Number(part), Number(whole)];
    const isComplete = part !== '' && whole !== '' && b > 0 && a >= 0 && a <= b;
    this.changed.emit(isComplete ? { part: a, whole: b } : undefined);
  }

  protected typeFigure(id: string, event: Event): void {
    const text = (event.target as HTMLInputElement).value;
    const others = Object.entries(this.figures()).filter(([key]) => key !== id);
    const all = Object.fromEntries(text === '' ? others : [...others, [id, Number(text)]]);
    this.changed.emit(Object.keys(all).length > 0 ? all : undefined);
  }
}
