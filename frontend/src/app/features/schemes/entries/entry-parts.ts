import { ChangeDetectionStrategy, Component, computed, input, output } from '@angular/core';
import { TranslocoDirective } from '@jsverse/transloco';
import type { EntryContent, EntryGroup, EntryPart } from '@liangxing/scheme';
import { pointsText } from '../../../core/i18n/points';
import { changedAt, nextNumber, withoutAt } from './entry';
import { pastedParts } from './pasted-rows';
import { PasteBox } from './paste-box';
import { PointsInput } from './points-input';

/** 总分与各部分: the total, its parts, and 分项 where a part has them. */
@Component({
  selector: 'lx-entry-parts',
  imports: [PasteBox, PointsInput, TranslocoDirective],
  templateUrl: './entry-parts.html',
  styleUrl: './entry-tables.less',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class EntryPartsStep {
  readonly content = input.required<EntryContent>();
  readonly changed = output<Partial<EntryContent>>();

  protected readonly sum = computed(() => {
    const rows = this.content().parts.filter(({ bonus }) => !bonus);
    return pointsText(rows.reduce((sum, { points }) => sum + (points ?? 0), 0));
  });

  protected textOf(event: Event): string {
    return (event.target as HTMLInputElement).value;
  }

  protected isChecked(event: Event): boolean {
    return (event.target as HTMLInputElement).checked;
  }

  protected part(index: number, change: Partial<EntryPart>): void {
    this.changed.emit({ parts: changedAt(this.content().parts, index, change) });
  }

  /** A new number goes on in what belongs to the part: nobody types it again. */
  protected renumber(index: number, id: string): void {
    const { parts, groups, items } = this.content();
    const before = parts[index]?.id ?? '';
    const isAlone = before !== '' && parts.filter((part) => part.id === before).length === 1;
    this.changed.emit({
      parts: changedAt(parts, index, { id }),
      ...(isAlone && {
        groups: groups.map((group) => (group.part === before ? { ...group, part: id } : group)),
        items: items.map((item) => (item.under === before ? { ...item, under: id } : item)),
      }),
    });
  }

  protected addPart(): void {
    const { parts } = this.content();
    const id = nextNumber(
      parts.map((part) => part.id),
      '1',
    );
    const part: EntryPart = { id, title: '', points: null, bonus: false, factor: null };
    this.changed.emit({ parts: [...parts, part] });
  }

  protected removePart(index: number): void {
    this.changed.emit({ parts: withoutAt(this.content().parts, index) });
  }

  protected paste(text: string): void {
    this.changed.emit({ parts: [...this.content().parts, ...pastedParts(text)] });
  }

  protected group(index: number, change: Partial<EntryGroup>): void {
    this.changed.emit({ groups: changedAt(this.content().groups, index, change) });
  }

  protected addGroup(): void {
    const { groups, parts } = this.content();
    const part = groups.at(-1)?.part ?? parts[0]?.id ?? '';
    const id = nextNumber(
      groups.map((group) => group.id),
      `${part}.1`,
    );
    const group: EntryGroup = { id, part, title: '', points: null, factor: null };
    this.changed.emit({ groups: [...groups, group] });
  }

  protected removeGroup(index: number): void {
    this.changed.emit({ groups: withoutAt(this.content().groups, index) });
  }
}
