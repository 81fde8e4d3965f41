import { CdkVirtualScrollViewport } from '@angular/cdk/scrolling';
import { DestroyRef, Directive, ElementRef, afterNextRender, inject } from '@angular/core';

/** A virtual list measures itself when the window changes; this one also when its own box does. */
@Directive({ selector: 'cdk-virtual-scroll-viewport[lxFitViewport]' })
export class FitViewport {
  constructor() {
    const viewport = inject(CdkVirtualScrollViewport);
    const element = inject<ElementRef<HTMLElement>>(ElementRef).nativeElement;
    const observer = new ResizeObserver(() => viewport.checkViewportSize());
    afterNextRender(() => observer.observe(element));
    inject(DestroyRef).onDestroy(() => observer.disconnect());
  }
}
