import { ChangeDetectionStrategy, Component } from '@angular/core';
import { TranslocoDirective } from '@jsverse/transloco';

@Component({
  selector: 'lx-new-enterprise',
  imports: [TranslocoDirective],
  template: `
    <div class="page" *transloco="let t">
      <header class="page-header">
        <h1>{{ t('screens.newEnterprise') }}</h1>
      </header>
    </div>
  `,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class NewEnterprisePage {}
