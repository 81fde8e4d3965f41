import { ChangeDetectionStrategy, Component } from '@angular/core';
import { TranslocoDirective } from '@jsverse/transloco';
import { PlatformTrail } from './platform-trail';

/** What was done outside of every organization. */
@Component({
  selector: 'lx-platform-trail-page',
  imports: [PlatformTrail, TranslocoDirective],
  template: `
    <div class="page" *transloco="let t">
      <header class="page-header">
        <h1>{{ t('screens.trail') }}</h1>
      </header>
      <p class="muted small">{{ t('platform.trail.hint') }}</p>
      <lx-platform-trail />
    </div>
  `,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class PlatformTrailPage {}
