import { Injectable, computed, inject, signal } from '@angular/core';
import { Router } from '@angular/router';
import { TranslocoService } from '@jsverse/transloco';
import { Notices } from '../errors/notices';
import { ScoredSheet } from './scored-sheet';

/** The card of the item in the middle, as far as the keyboard reaches it. */
interface ItemKeys {
  press(key: string): void;
}

/** From item to item of a sheet, by click and by key. Provided by its page, whose address knows the item: `?item=2.4.3`. */
@Injectable()
export class SheetWalk {
  private readonly sheet = inject(ScoredSheet);
  private readonly router = inject(Router);
  private readonly notices = inject(Notices);
  private readonly transloco = inject(TranslocoService);
  private readonly chosen = signal('');

  readonly isNavOpen = signal(false);
  /** The item in the middle; the first visible one until another is chosen. */
  readonly current = computed(() => {
    const all = this.sheet.items();
    return all.find(({ item }) => item.id === this.chosen()) ?? this.sheet.visible()[0] ?? all[0];
  });
  readonly position = computed(() =>
    this.sheet.visible().findIndex(({ item }) => item.id === this.current()?.item.id),
  );
  readonly isBonus = computed(
    () =>
      this.sheet.scheme()?.sections.find(({ id }) => id === this.current()?.sectionId)?.bonus ??
      false,
  );

  /** The address names it. */
  show(itemId: string | undefined): void {
    if (itemId) this.chosen.set(itemId);
  }

  choose(itemId: string): void {
    if (!itemId) return;
    this.chosen.set(itemId);
    this.isNavOpen.set(false);
    // A reload comes back to the same item.
    void this.router.navigate([], {
      queryParams: { item: itemId, view: null },
      queryParamsHandling: 'merge',
      replaceUrl: true,
    });
    setTimeout(() => document.getElementById('item-title')?.focus({ preventScroll: false }));
  }

  move(step: 1 | -1): void {
    const visible = this.sheet.visible();
    const here = this.position();
    const next = here < 0 ? visible[0] : visible[here + step];
    if (next) this.choose(next.item.id);
  }

  nextUnanswered(): void {
    const items = this.sheet.items();
    const here = items.findIndex(({ item }) => item.id === this.current()?.item.id);
    const order = [...items.slice(here + 1), ...items.slice(0, here + 1)];
    const open = order.find(({ item }) => this.sheet.isUnanswered(item.id));
    if (open) this.choose(open.item.id);
    else this.notices.done(this.transloco.translate('assessments.allAnswered'));
  }

  /** J / K or Alt+↓ / Alt+↑: next, previous; U: next unanswered; 0, X, N: judgement; 1–9: tick a rule. */
  key(event: KeyboardEvent, card: ItemKeys | undefined): void {
    const target = event.target as HTMLElement;
    const isTyping = target.matches(
      'input:not([type=checkbox]):not([type=radio]), textarea, select, [contenteditable]',
    );
    if (event.ctrlKey || event.metaKey || event.isComposing || !this.current()) return;
    if (event.altKey && (event.key === 'ArrowDown' || event.key === 'ArrowUp')) {
      event.preventDefault();
      this.move(event.key === 'ArrowDown' ? 1 : -1);
      return;
    }
    // What is asked in a form of its own, or above the sheet, is not answered on the sheet.
    const isElsewhere = target.closest('lx-finding-form, [role=dialog]') !== null;
    if (isTyping || isElsewhere || event.altKey) return;
    if (this.shortcut(event.key.toLowerCase(), card)) event.preventDefault();
  }

  private shortcut(key: string, card: ItemKeys | undefined): boolean {
    if (key === 'j') this.move(1);
    else if (key === 'k') this.move(-1);
    else if (key === 'u') this.nextUnanswered();
    else if (card && /^[0-9xn]$/.test(key)) card.press(key);
    else return false;
    return true;
  }
}
