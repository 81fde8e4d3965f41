import { computed, signal } from '@angular/core';
import { STANDARDS_DRAG } from './drag';

/** Standards of a list that are chosen, to be moved or dragged together. */
export class ChosenStandards {
  private readonly chosen = signal<ReadonlySet<string>>(new Set());

  /** @param listed ids of the rows of the list: what it does not show any more is not chosen */
  constructor(private readonly listed: () => readonly string[]) {}

  readonly ids = computed(() => this.listed().filter((id) => this.chosen().has(id)));
  readonly areAll = computed(() => this.ids().length === this.listed().length);
  readonly areSome = computed(() => this.ids().length > 0 && !this.areAll());

  has(id: string): boolean {
    return this.chosen().has(id);
  }

  toggle(id: string): void {
    this.chosen.update((ids) => {
      const next = new Set(ids);
      if (!next.delete(id)) next.add(id);
      return next;
    });
  }

  toggleAll(): void {
    this.chosen.set(new Set(this.areAll() ? [] : this.listed()));
  }

  clear(): void {
    this.chosen.set(new Set());
  }

  /** Whoever drags one of the chosen drags all of them. */
  drag(event: DragEvent, id: string): void {
    const ids = this.has(id) ? this.ids() : [id];
    event.dataTransfer?.setData(STANDARDS_DRAG, ids.join(' '));
  }
}
