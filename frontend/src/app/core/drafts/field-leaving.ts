import { DOCUMENT, Injectable, inject } from '@angular/core';
import { NavigationStart, Router } from '@angular/router';
import { isTyping } from '../typing/is-typing';

const pathOf = (url: string): string => url.split(/[?#]/, 1)[0] ?? '';

/**
 * A field saves itself as it is left. Whoever goes without leaving it (back, a shortcut, a reload) leaves it first, so that
 * no page has to think of it.
 */
@Injectable({ providedIn: 'root' })
export class FieldLeaving {
  private readonly document = inject(DOCUMENT);

  constructor() {
    const router = inject(Router);
    router.events.subscribe((event) => {
      if (!(event instanceof NavigationStart)) return;
      const goesBack = event.navigationTrigger === 'popstate';
      // A search that is told in the address is not left by typing on.
      if (goesBack || pathOf(event.url) !== pathOf(router.url)) this.leave();
    });
  }

  leave(): void {
    const field = this.document.activeElement;
    if (field instanceof HTMLElement && isTyping(field)) field.blur();
  }
}
