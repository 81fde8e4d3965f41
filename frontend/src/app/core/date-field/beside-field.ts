import {
  OverlayConfig,
  type OverlayRef,
  type ScrollStrategy,
  createFlexibleConnectedPositionStrategy,
} from '@angular/cdk/overlay';
import type { Injector } from '@angular/core';
import { type Subscription, filter, fromEvent } from 'rxjs';

/**
 * Below a field, above it where there is no room.
 * @param scrolled what becomes of it when anything but itself is scrolled: the page, or a dialog
 */
export function besideField(
  injector: Injector,
  field: HTMLElement,
  scrolled: (overlay: OverlayRef) => void,
): OverlayConfig {
  return new OverlayConfig({
    positionStrategy: createFlexibleConnectedPositionStrategy(injector, field)
      .withPositions([
        { originX: 'start', originY: 'bottom', overlayX: 'start', overlayY: 'top' },
        { originX: 'start', originY: 'top', overlayX: 'start', overlayY: 'bottom' },
        { originX: 'end', originY: 'bottom', overlayX: 'end', overlayY: 'top' },
      ])
      .withPush(true),
    scrollStrategy: new OutsideScroll(field, scrolled),
  });
}

/** The library hears only the window and what is marked for it. */
class OutsideScroll implements ScrollStrategy {
  private overlay: OverlayRef | null = null;
  private heard: Subscription | null = null;

  constructor(
    private readonly field: HTMLElement,
    private readonly scrolled: (overlay: OverlayRef) => void,
  ) {}

  attach(overlay: OverlayRef): void {
    this.overlay = overlay;
  }

  enable(): void {
    const { overlay } = this;
    if (overlay === null || this.heard !== null) return;
    // No text is composed by scrolling.
    // eslint-disable-next-line no-restricted-syntax
    this.heard = fromEvent(document, 'scroll', { capture: true, passive: true })
      .pipe(filter(({ target }) => this.isOutside(target, overlay)))
      .subscribe(() => this.scrolled(overlay));
  }

  disable(): void {
    this.heard?.unsubscribe();
    this.heard = null;
  }

  detach(): void {
    this.disable();
    this.overlay = null;
  }

  /** A long text scrolls in its field too. */
  private isOutside(target: EventTarget | null, { overlayElement }: OverlayRef): boolean {
    return target !== this.field && target instanceof Node && !overlayElement.contains(target);
  }
}
