import {
  ChangeDetectionStrategy,
  Component,
  computed,
  inject,
  input,
  linkedSignal,
  output,
} from '@angular/core';
import { TranslocoDirective } from '@jsverse/transloco';
import type { LocalizedText, Rule } from '@liangxing/scheme';
import type { RuleAnswer } from '@liangxing/scoring';
import { LanguageService } from '../i18n/language.service';
import { pointsText } from '../i18n/points';
import { type NumberProblem, mostPieces, readRate, readWhole } from './typed-numbers';

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
  /** Whether a field holds what cannot be kept. */
  readonly refused = output<boolean>();

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

  /** A share and figures are typed: no key ticks them. */
  protected readonly hasKey = computed(() => !['rate', 'band'].includes(this.rule().kind));

  protected text(text: LocalizedText): string {
    return text[this.language.current()] ?? text['zh-CN'];
  }

  protected tick(event: Event): void {
    const isTicked = (event.target as HTMLInputElement).checked;
    const ticked = this.rule().kind === 'award' ? 1 : true;
    this.changed.emit(isTicked ? ticked : undefined);
  }

  /** What is typed and cannot be kept, by field: said beside the rule, never shown as saved; what was kept stays. */
  protected readonly wrong = linkedSignal<string, ReadonlyMap<string, NumberProblem>>({
    source: () => this.rule().id,
    computation: () => new Map(),
  });
  protected readonly problem = computed(() => [...this.wrong().values()][0] ?? null);

  protected setCount(count: number): void {
    this.tell('count', null);
    this.changed.emit(count > 0 ? Math.min(mostPieces, count) : undefined);
  }

  protected typeCount(event: Event): void {
    const typed = readWhole((event.target as HTMLInputElement).value);
    this.tell('count', typed.problem);
    if (typed.problem === null) this.setCount(typed.value ?? 0);
  }

  protected choose(id: string): void {
    this.changed.emit(id);
  }

  protected typeRate(part: string, whole: string): void {
    const { problem, rate } = readRate(part, whole);
    this.tell('rate', problem);
    if (problem === null) this.changed.emit(rate ?? undefined);
  }

  protected typeFigure(id: string, { target }: Event): void {
    const field = target as HTMLInputElement;
    const isNoNumber = field.validity.badInput;
    this.tell(id, isNoNumber ? 'number' : null);
    if (isNoNumber) return;
    const others = Object.entries(this.figures()).filter(([key]) => key !== id);
    const all = Object.fromEntries(
      field.value === '' ? others : [...others, [id, Number(field.value)]],
    );
    this.changed.emit(Object.keys(all).length > 0 ? all : undefined);
  }

  private tell(field: string, problem: NumberProblem | null): void {
    const wrong = new Map(this.wrong());
    if (problem === null) wrong.delete(field);
    else wrong.set(field, problem);
    this.wrong.set(wrong);
    this.refused.emit(wrong.size > 0);
  }
}
