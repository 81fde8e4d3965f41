import { ChangeDetectionStrategy, Component } from '@angular/core';

@Component({
  selector: 'lx-placeholder',
  template: `<p class="muted">…</p>`,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class PlaceholderPage {}
