import { DestroyRef, Injectable, computed, inject, signal } from '@angular/core';
import { type ColumnKey, GRID_COLUMNS, shownColumns, tracksOf } from './grid-columns';

const storageKey = 'lx.register.columns';
/** Below it the columns that need room are left out, unless they were chosen. */
const narrow = '(max-width: 1100px)';

/** Which columns of the register are shown, on this machine. */
@Injectable()
export class RegisterColumns {
  private readonly isNarrow = signal(false);
  private readonly chosen = signal<readonly string[] | null>(readChosen());

  readonly shown = computed(() => shownColumns(this.chosen(), this.isNarrow()));
  readonly tracks = computed(() => tracksOf(this.shown()));
  readonly isChosen = computed(() => this.chosen() !== null);
  /** What may be left out. */
  readonly optional = GRID_COLUMNS.filter(({ key }) => key !== 'number' && key !== 'title');

  constructor() {
    const media = globalThis.matchMedia(narrow);
    const follow = (): void => this.isNarrow.set(media.matches);
    follow();
    media.addEventListener('change', follow);
    inject(DestroyRef).onDestroy(() => media.removeEventListener('change', follow));
  }

  isShown(key: ColumnKey): boolean {
    return this.shown().some((column) => column.key === key);
  }

  toggle(key: ColumnKey): void {
    const keys = this.shown().map((column) => column.key);
    this.keep(keys.includes(key) ? keys.filter((one) => one !== key) : [...keys, key]);
  }

  /** As it was before anybody chose. */
  reset(): void {
    this.keep(null);
  }

  private keep(keys: readonly ColumnKey[] | null): void {
    this.chosen.set(keys);
    if (keys === null) localStorage.removeItem(storageKey);
    else localStorage.setItem(storageKey, JSON.stringify(keys));
  }
}

function readChosen(): readonly string[] | null {
  try {
    const kept: unknown = JSON.parse(localStorage.getItem(storageKey) ?? 'null');
    return Array.isArray(kept) ? kept.filter((key) => typeof key === 'string') : null;
  } catch {
    return null;
  }
}
