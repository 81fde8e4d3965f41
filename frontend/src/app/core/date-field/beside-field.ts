import {
  OverlayConfig,
  createFlexibleConnectedPositionStrategy,
  createRepositionScrollStrategy,
} from '@angular/cdk/overlay';
import type { Injector } from '@angular/core';

/** Below a field, above it where there is no room, and always within the window. */
export function besideField(injector: Injector, field: HTMLElement): OverlayConfig {
  return new OverlayConfig({
    positionStrategy: createFlexibleConnectedPositionStrategy(injector, field)
      .withPositions([
        { originX: 'start', originY: 'bottom', overlayX: 'start', overlayY: 'top' },
        { originX: 'start', originY: 'top', overlayX: 'start', overlayY: 'bottom' },
        { originX: 'end', originY: 'bottom', overlayX: 'end', overlayY: 'top' },
      ])
      .withPush(true),
    scrollStrategy: createRepositionScrollStrategy(injector),
  });
}
