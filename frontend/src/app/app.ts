import { ChangeDetectionStrategy, Component, effect, inject, untracked } from '@angular/core';
import { RouterOutlet } from '@angular/router';
import { Modal } from './core/dialog/modal';
import { FieldLeaving } from './core/drafts/field-leaving';
import { NoticeRegion } from './core/errors/notices';
import { Reauthentication } from './core/api/reauthentication';
import { WatchDevice } from './core/offline/watch-device';
import { SignInAgain } from './core/session/sign-in-again';

@Component({
  selector: 'lx-root',
  imports: [RouterOutlet, NoticeRegion],
  template: `
    <router-outlet />
    <lx-notices />
  `,
  host: { '(window:beforeunload)': 'fields.leave()' },
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class App {
  protected readonly fields = inject(FieldLeaving);
  private readonly modal = inject(Modal);
  private readonly reauthentication = inject(Reauthentication);

  constructor() {
    inject(WatchDevice);
    effect(() => {
      if (this.reauthentication.isWanted())
        untracked(() => this.modal.open(SignInAgain, { size: 'narrow', isFirm: true }));
    });
  }
}
