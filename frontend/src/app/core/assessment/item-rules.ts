import { ChangeDetectionStrategy, Component, input, output } from '@angular/core';
import { TranslocoDirective } from '@jsverse/transloco';
import type { SchemeItem } from '@liangxing/scheme';
import type { ItemScore } from '@liangxing/scoring';
import { type RuleAnswers, withRule } from './pressed-key';
import { RuleInput } from './rule-input';

/** The rules of an item, each with what it costs or gives. */
@Component({
  selector: 'lx-item-rules',
  imports: [RuleInput, TranslocoDirective],
  template: `
    <section *transloco="let t" [attr.aria-label]="t('assessments.rules')">
      @for (rule of item().rules; track rule.id) {
        <lx-rule-input
          [rule]="rule"
          [value]="rules()[rule.id]"
          [amount]="amountOf(rule.id)"
          [shortcut]="$index < 9 ? $index + 1 : undefined"
          [disabled]="disabled()"
          [isHouse]="rule.provenance === 'house' && item().provenance !== 'house'"
          (changed)="changed.emit(with(rule.id, $event))"
          (refused)="refused.emit({ ruleId: rule.id, isWrong: $event })"
        />
      }
    </section>
  `,
  styles: `
    section {
      margin-bottom: 16px;
      border-top: 1px solid var(--lx-line);
    }
  `,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class ItemRules {
  readonly item = input.required<SchemeItem>();
  readonly rules = input.required<RuleAnswers>();
  readonly score = input.required<ItemScore | undefined>();
  readonly disabled = input(false);
  readonly changed = output<RuleAnswers>();
  /** A field holds what cannot be kept, or holds it no more. */
  readonly refused = output<{ readonly ruleId: string; readonly isWrong: boolean }>();

  protected amountOf(ruleId: string): number {
    return this.score()?.rules.find((rule) => rule.ruleId === ruleId)?.amount ?? 0;
  }

  protected readonly with = (ruleId: string, value: RuleAnswers[string] | undefined) =>
    withRule(this.rules(), ruleId, value);
}
