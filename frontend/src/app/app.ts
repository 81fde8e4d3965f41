import { ChangeDetectionStrategy, Component, inject } from '@angular/core';
import { RouterOutlet } from '@angular/router';
import { FieldLeaving } from './core/drafts/field-leaving';
import { NoticeRegion } from './core/errors/notices';
import { Reauthentication } from './core/api/reauthentication';
import { SignInAgain } from './core/session/sign-in-again';

@Component({
  selector: 'lx-root',
  imports: [RouterOutlet, NoticeRegion, SignInAgain],
  template: `
    <router-outlet />
    <lx-notices />
    @if (reauthentication.isWanted()) {
      <lx-sign-in-again />
    }
  `,
  host: { '(window:beforeunload)': 'fields.leave()' },
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class App {
  protected readonly fields = inject(FieldLeaving);
  protected readonly reauthentication = inject(Reauthentication);
}
