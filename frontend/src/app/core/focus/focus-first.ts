import {
  ApplicationRef,
  DestroyRef,
  Directive,
  ElementRef,
  afterNextRender,
  booleanAttribute,
  inject,
  input,
} from '@angular/core';

/**
 * The field, or the heading (`tabindex="-1"`), that gets the focus when a part of a page opens. When that part goes and
 * the focus with it, it is given back to what opened it, by its id: that button may have been made anew meanwhile.
 */
@Directive({ selector: '[lxFocusFirst]' })
export class FocusFirst {
  private readonly host = inject<ElementRef<HTMLElement>>(ElementRef).nativeElement;

  /** False where the part is there from the start, when the focus stays where it is. */
  readonly lxFocusFirst = input(true, { transform: booleanAttribute });
  /** Id of what opened the part; empty: nothing to go back to. */
  readonly focusBack = input('');

  constructor() {
    const { injector } = inject(ApplicationRef);
    const page = this.host.ownerDocument;
    afterNextRender(() => {
      if (this.lxFocusFirst()) this.host.focus();
    });
    inject(DestroyRef).onDestroy(() => {
      const id = this.focusBack();
      afterNextRender(
        () => {
          const isLost = page.activeElement === null || page.activeElement === page.body;
          if (isLost && id !== '') page.getElementById(id)?.focus();
        },
        { injector },
      );
    });
  }
}
