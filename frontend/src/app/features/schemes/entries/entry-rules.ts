import { ChangeDetectionStrategy, Component, input, output } from '@angular/core';
import { TranslocoDirective } from '@jsverse/transloco';
import {
  ENTRY_RULE_KINDS,
  type EntryItem,
  type EntryRule,
  type EntryRuleKind,
  type EntryStep,
} from '@liangxing/scheme';
import { changedAt, freeLetter, newRule, withoutAt } from './entry';
import { PointsInput } from './points-input';

/** The deductions of one item, its clause and ※. */
@Component({
  selector: 'lx-entry-rules',
  imports: [PointsInput, TranslocoDirective],
  template: `
    <div class="rules" *transloco="let t">
      <p class="rule">
        <label
          >{{ t('schemes.entry.clause') }}
          <input
            type="text"
            class="ant-input number"
            maxlength="200"
            [value]="item().clause"
            (input)="changed.emit({ clause: textOf($event) })"
          />
        </label>
        <label>
          <input
            type="checkbox"
            [checked]="item().star"
            (change)="changed.emit({ star: isChecked($event) })"
          />
          ※
        </label>
      </p>
      @for (rule of item().rules; track $index) {
        <div class="rule">
          <select
            class="ant-input"
            [attr.aria-label]="t('schemes.entry.ruleKind')"
            (change)="kind($index, textOf($event))"
          >
            @for (kind of kinds; track kind) {
              <option [value]="kind" [selected]="kind === rule.kind">
                {{ t('schemes.entry.kinds.' + kind) }}
              </option>
            }
          </select>
          <input
            type="text"
            class="ant-input text"
            maxlength="2000"
            [attr.aria-label]="t('schemes.entry.ruleText')"
            [value]="rule.text"
            (input)="change($index, { text: textOf($event) })"
          />
          @if (!isStepped(rule)) {
            <lx-points-input
              [value]="rule.amount"
              [label]="t('schemes.entry.amount')"
              (changed)="change($index, { amount: $event })"
            />
            @if (rule.kind !== 'fixed' && rule.kind !== 'award') {
              <span class="labelled"
                >{{ t('schemes.entry.most') }}
                <lx-points-input
                  [value]="rule.max"
                  [label]="t('schemes.entry.most')"
                  (changed)="change($index, { max: $event })"
                />
              </span>
            }
          }
          <label>
            <input
              type="checkbox"
              [checked]="rule.beyond"
              (change)="change($index, { beyond: isChecked($event) })"
            />
            {{ t('schemes.entry.beyond') }}
          </label>
          <button
            type="button"
            class="ant-btn ant-btn-sm ant-btn-text"
            [attr.aria-label]="t('actions.remove') + ' ' + rule.text"
            (click)="remove($index)"
          >
            <span>{{ t('actions.remove') }}</span>
          </button>
          @if (isStepped(rule)) {
            <div class="steps">
              @for (step of rule.steps; track $index) {
                <p class="rule">
                  @if (rule.kind === 'choice') {
                    <input
                      type="text"
                      class="ant-input text"
                      maxlength="2000"
                      [attr.aria-label]="t('schemes.entry.stepLabel')"
                      [value]="step.label"
                      (input)="this.step(rule, $index, { label: textOf($event) })"
                    />
                  } @else {
                    <lx-points-input
                      [value]="step.percent === null ? null : step.percent * 100"
                      [label]="t('schemes.entry.stepPercent')"
                      (changed)="
                        this.step(rule, $index, { percent: $event === null ? null : $event / 100 })
                      "
                    />
                    %
                  }
                  <lx-points-input
                    [value]="step.amount"
                    [label]="t('schemes.entry.amount')"
                    (changed)="this.step(rule, $index, { amount: $event })"
                  />
                  <button
                    type="button"
                    class="ant-btn ant-btn-sm ant-btn-text"
                    (click)="removeStep(rule, $index)"
                  >
                    <span>{{ t('actions.remove') }}</span>
                  </button>
                </p>
              }
              <button type="button" class="ant-btn ant-btn-sm" (click)="addStep(rule)">
                <span>{{ t('schemes.entry.addStep') }}</span>
              </button>
            </div>
          }
        </div>
      }
      <button type="button" class="ant-btn ant-btn-sm" data-testid="add-rule" (click)="add()">
        <span>{{ t('schemes.entry.addRule') }}</span>
      </button>
    </div>
  `,
  styleUrl: './entry-tables.less',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class EntryRules {
  readonly item = input.required<EntryItem>();
  readonly changed = output<Partial<EntryItem>>();

  protected readonly kinds = ENTRY_RULE_KINDS;

  protected textOf(event: Event): string {
    return (event.target as HTMLInputElement).value;
  }

  protected isChecked(event: Event): boolean {
    return (event.target as HTMLInputElement).checked;
  }

  protected isStepped({ kind }: EntryRule): boolean {
    return kind === 'choice' || kind === 'rate';
  }

  protected kind(index: number, typed: string): void {
    const kind = ENTRY_RULE_KINDS.find((one) => one === typed) ?? 'fixed';
    const isCounted = (one: EntryRuleKind): boolean => one !== 'fixed' && one !== 'award';
    this.change(index, { kind, ...(!isCounted(kind) && { max: null }) });
  }

  protected change(index: number, change: Partial<EntryRule>): void {
    this.changed.emit({ rules: changedAt(this.item().rules, index, change) });
  }

  protected add(): void {
    const { rules } = this.item();
    this.changed.emit({ rules: [...rules, newRule(rules)] });
  }

  protected remove(index: number): void {
    this.changed.emit({ rules: withoutAt(this.item().rules, index) });
  }

  protected step(rule: EntryRule, index: number, change: Partial<EntryStep>): void {
    this.steps(rule, changedAt(rule.steps, index, change));
  }

  protected addStep(rule: EntryRule): void {
    const id = freeLetter(rule.steps.map((step) => step.id));
    this.steps(rule, [...rule.steps, { id, label: '', percent: null, amount: null }]);
  }

  protected removeStep(rule: EntryRule, index: number): void {
    this.steps(rule, withoutAt(rule.steps, index));
  }

  private steps(rule: EntryRule, steps: readonly EntryStep[]): void {
    this.change(this.item().rules.indexOf(rule), { steps });
  }
}
