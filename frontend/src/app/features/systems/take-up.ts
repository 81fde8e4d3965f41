import { ChangeDetectionStrategy, Component, inject, input } from '@angular/core';
import { TranslocoDirective, TranslocoService } from '@jsverse/transloco';
import { Api } from '../../core/api/api';
import { Notices } from '../../core/errors/notices';
import { Busy } from '../../core/once/busy';
import type { ExpectationStatus } from './system';
import { SystemView } from './system-view';

/** Takes a standard that the system should list into the register; its place is suggested there. */
@Component({
  selector: 'lx-take-up',
  imports: [TranslocoDirective],
  template: `
    <button
      type="button"
      class="ant-btn ant-btn-sm"
      data-testid="take-up"
      *transloco="let t"
      [disabled]="taking.isBusy()"
      [attr.aria-label]="t('systems.steps.takeUpOf', { number: expectation().number })"
      (click)="take()"
    >
      <span>{{ t('systems.steps.takeUp') }}</span>
    </button>
  `,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class TakeUp {
  private readonly api = inject(Api);
  private readonly opened = inject(SystemView);
  private readonly notices = inject(Notices);
  private readonly transloco = inject(TranslocoService);

  readonly expectation = input.required<ExpectationStatus>();
  protected readonly taking = new Busy();

  protected async take(): Promise<void> {
    await this.taking.run(async () => {
      const { number, title } = this.expectation();
      try {
        await this.api.post('/standards', { body: { number: number ?? '', title } });
        this.opened.refreshCoverage();
        this.notices.done(this.transloco.translate('systems.steps.takenUp', { number }));
      } catch (error) {
        this.notices.failed(error);
      }
    }, 'take up');
  }
}
