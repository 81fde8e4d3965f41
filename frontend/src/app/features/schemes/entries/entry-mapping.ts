import { ChangeDetectionStrategy, Component, computed, input, output } from '@angular/core';
import { TranslocoDirective } from '@jsverse/transloco';
import {
  type EntryContent,
  type EntryItem,
  type Scheme,
  listItems,
  proposeMapping,
  textIn,
} from '@liangxing/scheme';

/** 对应: which readiness items are the same matter. Likeness only proposes; a person ticks. */
@Component({
  selector: 'lx-entry-mapping',
  imports: [TranslocoDirective],
  template: `
    <ng-container *transloco="let t">
      <p class="small muted">{{ t('schemes.entry.mappingHint') }}</p>
      @if (disabled() === false) {
        <button
          type="button"
          class="ant-btn"
          data-testid="take-proposals"
          [disabled]="firstProposals().size === 0"
          (click)="takeAll()"
        >
          <span>{{ t('schemes.entry.takeAll', { count: firstProposals().size }) }}</span>
        </button>
      }
      <table class="dense" data-testid="entry-mapping">
        <thead>
          <tr>
            <th scope="col">{{ t('schemes.entry.items') }}</th>
            <th scope="col">{{ t('schemes.entry.readinessItems') }}</th>
          </tr>
        </thead>
        <tbody>
          @for (item of content().items; track $index) {
            <tr [attr.data-testid]="'map-' + item.id">
              <td>{{ item.id }} {{ item.topic }}</td>
              <td>
                @for (id of offered(item); track id) {
                  <label class="chosen">
                    <input
                      type="checkbox"
                      [disabled]="disabled()"
                      [checked]="item.mappedTo.includes(id)"
                      (change)="toggle($index, item, id)"
                    />
                    {{ id }} {{ topics().get(id) }}
                    @if (!item.mappedTo.includes(id)) {
                      <span class="chip">{{ t('schemes.entry.proposed') }}</span>
                    }
                  </label>
                }
                <select
                  class="ant-input"
                  [disabled]="disabled()"
                  [attr.aria-label]="t('schemes.entry.addMapping') + ' ' + item.id"
                  (change)="add($index, item, $event)"
                >
                  <option value="">{{ t('schemes.entry.addMapping') }}</option>
                  @for (one of choices(); track one.id) {
                    <option [value]="one.id">{{ one.id }} {{ one.topic }}</option>
                  }
                </select>
              </td>
            </tr>
          }
        </tbody>
      </table>
    </ng-container>
  `,
  styleUrl: './entry-tables.less',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class EntryMappingStep {
  readonly content = input.required<EntryContent>();
  readonly readiness = input.required<Scheme>();
  readonly language = input.required<'zh-CN' | 'en'>();
  readonly disabled = input(false);
  readonly changed = output<Partial<EntryContent>>();

  protected readonly choices = computed(() =>
    listItems(this.readiness()).map(({ item }) => ({
      id: item.id,
      topic: textIn(item.topic, this.language()),
    })),
  );
  protected readonly topics = computed(
    () => new Map(this.choices().map(({ id, topic }) => [id, topic])),
  );
  private readonly proposals = computed(() =>
    proposeMapping(this.content().items, this.readiness()),
  );
  /** Of items that nobody mapped yet: the likest. */
  protected readonly firstProposals = computed(() => {
    const open = this.content().items.filter(({ mappedTo }) => mappedTo.length === 0);
    return new Map(
      open.flatMap(({ id }) => {
        const first = this.proposals().get(id)?.[0]?.itemId;
        return first === undefined ? [] : [[id, first] as const];
      }),
    );
  });

  protected offered({ id, mappedTo }: EntryItem): readonly string[] {
    const proposed = (this.proposals().get(id) ?? []).map(({ itemId }) => itemId);
    return this.disabled() ? mappedTo : [...new Set([...mappedTo, ...proposed])];
  }

  protected toggle(index: number, { mappedTo }: EntryItem, id: string): void {
    const isMapped = mappedTo.includes(id);
    this.map(index, isMapped ? mappedTo.filter((one) => one !== id) : [...mappedTo, id]);
  }

  protected add(index: number, { mappedTo }: EntryItem, event: Event): void {
    const select = event.target as HTMLSelectElement;
    const id = select.value;
    select.value = '';
    if (id !== '' && !mappedTo.includes(id)) this.map(index, [...mappedTo, id]);
  }

  protected takeAll(): void {
    const first = this.firstProposals();
    this.changed.emit({
      items: this.content().items.map((item) => {
        const proposed = first.get(item.id);
        return proposed === undefined ? item : { ...item, mappedTo: [proposed] };
      }),
    });
  }

  private map(index: number, mappedTo: readonly string[]): void {
    this.changed.emit({
      items: this.content().items.map((item, at) => (at === index ? { ...item, mappedTo } : item)),
    });
  }
}
