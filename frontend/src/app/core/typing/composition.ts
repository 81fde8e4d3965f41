/**
 * Chinese is typed by composing: letters stand in the field, open, until a word is chosen. Until then they are nobody's
 * business. This stands before every listener of the page, so that no field, form, dialog or shortcut has to think of
 * it: keys and half-typed text of an open composition reach nobody; its end is told as one `input`.
 */
class Composition {
  private field: Element | null = null;
  private before = '';
  /** What was told at the end; some browsers tell it once more themselves. */
  private told: { readonly field: EventTarget; readonly text: string } | null = null;
  /** Keys that went down for the composition come up for it too. */
  private readonly keys = new Set<string>();

  /** A field that is gone has no composition any more, even where nobody said so. */
  get isOpen(): boolean {
    return this.field?.isConnected === true;
  }

  /** Call before anything else listens. */
  listen(window: Window): void {
    const first = { capture: true };
    window.addEventListener('compositionstart', (event) => this.start(event), first);
    window.addEventListener('compositionend', (event) => this.end(event), first);
    window.addEventListener('input', (event) => this.input(event), first);
    window.addEventListener('keydown', (event) => this.keyDown(event), first);
    window.addEventListener('keyup', (event) => this.keyUp(event), first);
    window.addEventListener('focusout', ({ target }) => this.leave(target), first);
  }

  private start({ target }: Event): void {
    this.field = target instanceof Element ? target : null;
    this.before = textOf(target);
  }

  private end({ target }: Event): void {
    this.field = null;
    const text = textOf(target);
    if (target === null || text === this.before) return;
    this.told = null;
    target.dispatchEvent(new InputEvent('input', { bubbles: true }));
    this.told = { field: target, text };
  }

  private input(event: Event): void {
    if (!event.isTrusted) return;
    if (event instanceof InputEvent && event.isComposing) {
      event.stopImmediatePropagation();
      return;
    }
    const { told } = this;
    this.told = null;
    if (told?.field === event.target && told?.text === textOf(event.target))
      event.stopImmediatePropagation();
  }

  private keyDown(event: KeyboardEvent): void {
    this.told = null;
    // 229: the key was the composition's, also where that has just ended with it (Safari).
    if (!event.isComposing && event.keyCode !== 229) {
      this.keys.delete(event.code);
      return;
    }
    this.keys.add(event.code);
    event.stopImmediatePropagation();
  }

  private keyUp(event: KeyboardEvent): void {
    if (this.keys.delete(event.code) || event.isComposing) event.stopImmediatePropagation();
  }

  private leave(target: EventTarget | null): void {
    if (target === this.field) this.field = null;
  }
}

function textOf(target: EventTarget | null): string {
  const isField = target instanceof HTMLInputElement || target instanceof HTMLTextAreaElement;
  return isField ? target.value : '';
}

/** The one of the page. */
export const composition = new Composition();
