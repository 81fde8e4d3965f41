import { DOCUMENT, Injectable, inject } from '@angular/core';

/** How long a page may take to load until the field is there. */
const patienceMilliseconds = 15_000;
const focusable = 'input:not([type=hidden]), textarea, select, button, [tabindex]';

/**
 * Brings the field into view that an address or a finding names (`?field=profile.contactPhone`): scrolls to the element
 * with that `data-field`, focuses it and marks it until it is changed. Every page takes part by the attribute alone. What has
 * to be done before such fields are there at all says so by `data-before-fields="system."`, the beginning of their names.
 */
@Injectable({ providedIn: 'root' })
export class FieldInView {
  private readonly document = inject(DOCUMENT);
  private stopWaiting: () => void = () => undefined;

  /** Waits for the field where the page is still loading. */
  show(field: string): void {
    this.stopWaiting();
    if (this.showNow(field)) return;
    const observer = new MutationObserver(() => {
      if (this.showNow(field)) this.stopWaiting();
    });
    const timer = setTimeout(() => this.stopWaiting(), patienceMilliseconds);
    this.stopWaiting = () => {
      observer.disconnect();
      clearTimeout(timer);
    };
    observer.observe(this.document.body, { childList: true, subtree: true });
  }

  private placeOf(field: string): HTMLElement | undefined {
    const exact = this.document.querySelector<HTMLElement>(`[data-field="${CSS.escape(field)}"]`);
    if (exact) return exact;
    const before = this.document.querySelectorAll<HTMLElement>('[data-before-fields]');
    return [...before].find((one) => field.startsWith(one.dataset['beforeFields'] ?? field));
  }

  private showNow(field: string): boolean {
    const found = this.placeOf(field);
    if (!found) return false;
    found.closest('details')?.setAttribute('open', '');
    for (const marked of this.document.querySelectorAll('.asked-field'))
      marked.classList.remove('asked-field');
    found.classList.add('asked-field');
    found.addEventListener('change', () => found.classList.remove('asked-field'), { once: true });
    found.scrollIntoView({ block: 'center' });
    const target = found.matches(focusable) ? found : found.querySelector<HTMLElement>(focusable);
    // Nothing to type into (a list that is still loading, a page that may only be read): the field itself.
    if (!target) found.tabIndex = -1;
    (target ?? found).focus({ preventScroll: true });
    return true;
  }
}
