import { ChangeDetectionStrategy, Component, computed, input, output, signal } from '@angular/core';
import { TranslocoDirective } from '@jsverse/transloco';
import type { EntryContent, EntryItem } from '@liangxing/scheme';
import { pointsText } from '../../../core/i18n/points';
import { changedAt, newItem, nextNumber, withoutAt } from './entry';
import { EntryRules } from './entry-rules';
import { pastedItems } from './pasted-rows';
import { PasteBox } from './paste-box';
import { PointsInput } from './points-input';

/** 项目: the rows of the table with their points and deductions. */
@Component({
  selector: 'lx-entry-items',
  imports: [EntryRules, PasteBox, PointsInput, TranslocoDirective],
  template: `
    <ng-container *transloco="let t">
      <div class="scroll" tabindex="0" role="group" [attr.aria-label]="t('schemes.entry.items')">
        <table class="dense" data-testid="entry-items">
          <thead>
            <tr>
              <th scope="col">{{ t('schemes.entry.number') }}</th>
              <th scope="col">{{ t('schemes.entry.under') }}</th>
              <th scope="col">{{ t('schemes.entry.topic') }}</th>
              <th scope="col">{{ t('schemes.entry.asked') }}</th>
              <th scope="col">{{ t('schemes.entry.points') }}</th>
              <th scope="col">{{ t('schemes.entry.rules') }}</th>
              <th scope="col">
                <span class="visually-hidden">{{ t('actions.remove') }}</span>
              </th>
            </tr>
          </thead>
          <tbody>
            @for (item of content().items; track $index) {
              <tr [attr.data-testid]="'item-' + item.id">
                <td>
                  <input
                    type="text"
                    class="ant-input number"
                    maxlength="30"
                    [attr.aria-label]="t('schemes.entry.number')"
                    [value]="item.id"
                    (change)="change($index, { id: textOf($event).trim() })"
                  />
                </td>
                <td>
                  <select
                    class="ant-input"
                    [attr.aria-label]="t('schemes.entry.under') + ' ' + item.id"
                    (change)="change($index, { under: textOf($event) })"
                  >
                    <option value="" [selected]="item.under === ''"></option>
                    @for (place of places(); track place) {
                      <option [value]="place" [selected]="place === item.under">{{ place }}</option>
                    }
                  </select>
                </td>
                <td>
                  <textarea
                    class="ant-input"
                    rows="2"
                    maxlength="2000"
                    [attr.aria-label]="t('schemes.entry.topic') + ' ' + item.id"
                    [value]="item.topic"
                    (input)="change($index, { topic: textOf($event) })"
                  ></textarea>
                </td>
                <td>
                  <textarea
                    class="ant-input"
                    rows="2"
                    maxlength="2000"
                    [attr.aria-label]="t('schemes.entry.asked') + ' ' + item.id"
                    [value]="item.asked"
                    (input)="change($index, { asked: textOf($event) })"
                  ></textarea>
                </td>
                <td>
                  <lx-points-input
                    [value]="item.points"
                    [label]="t('schemes.entry.points') + ' ' + item.id"
                    [testId]="'item-points-' + item.id"
                    (changed)="change($index, { points: $event })"
                  />
                </td>
                <td>
                  <button
                    type="button"
                    class="ant-btn ant-btn-sm"
                    [attr.aria-expanded]="open() === $index"
                    [attr.data-testid]="'item-rules-' + item.id"
                    (click)="open.set(open() === $index ? null : $index)"
                  >
                    <span>{{ t('schemes.entry.rulesOf', { count: item.rules.length }) }}</span>
                  </button>
                </td>
                <td>
                  <button
                    type="button"
                    class="ant-btn ant-btn-sm ant-btn-text"
                    [attr.aria-label]="t('actions.remove') + ' ' + item.id"
                    (click)="remove($index)"
                  >
                    <span>{{ t('actions.remove') }}</span>
                  </button>
                </td>
              </tr>
              @if (open() === $index) {
                <tr>
                  <td colspan="7">
                    <lx-entry-rules [item]="item" (changed)="change($index, $event)" />
                  </td>
                </tr>
              }
            } @empty {
              <tr>
                <td colspan="7" class="muted">{{ t('schemes.entry.noItems') }}</td>
              </tr>
            }
          </tbody>
          <tfoot>
            <tr>
              <th scope="row" colspan="4">{{ t('schemes.total') }}</th>
              <td class="figure">{{ sum() }}</td>
              <td colspan="2"></td>
            </tr>
          </tfoot>
        </table>
      </div>
      <button type="button" class="ant-btn" data-testid="add-item" (click)="add()">
        <span>{{ t('schemes.entry.addItem') }}</span>
      </button>
      <lx-paste-box
        [hint]="t('schemes.entry.pasteItems')"
        testId="paste-items"
        (pasted)="paste($event)"
      />
    </ng-container>
  `,
  styleUrl: './entry-tables.less',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class EntryItemsStep {
  readonly content = input.required<EntryContent>();
  readonly changed = output<Partial<EntryContent>>();

  /** The row whose deductions are open. */
  protected readonly open = signal<number | null>(null);
  /** Groups stand for their parts: an item belongs to the lowest there is. */
  protected readonly places = computed(() => {
    const { parts, groups } = this.content();
    return parts.flatMap(({ id }) => {
      const own = groups.filter(({ part }) => part === id).map((group) => group.id);
      return own.length === 0 ? [id] : own;
    });
  });
  protected readonly sum = computed(() =>
    pointsText(this.content().items.reduce((sum, { points }) => sum + (points ?? 0), 0)),
  );

  protected textOf(event: Event): string {
    return (event.target as HTMLInputElement).value;
  }

  protected change(index: number, change: Partial<EntryItem>): void {
    this.changed.emit({ items: changedAt(this.content().items, index, change) });
  }

  protected add(): void {
    const { items } = this.content();
    const under = items.at(-1)?.under ?? this.places()[0] ?? '';
    const id = nextNumber(
      items.map((item) => item.id),
      `${under || '1'}.1`,
    );
    this.changed.emit({ items: [...items, newItem(id, under)] });
  }

  protected remove(index: number): void {
    this.open.set(null);
    this.changed.emit({ items: withoutAt(this.content().items, index) });
  }

  protected paste(text: string): void {
    const content = this.content();
    this.changed.emit({ items: [...content.items, ...pastedItems(text, content)] });
  }
}
