import { ChangeDetectionStrategy, Component, inject } from '@angular/core';
import { TranslocoDirective } from '@jsverse/transloco';
import { FileReading } from './file-reading';

/** 排队中，前面还有 2 个文件 / 正在读取…, and a way to give it up. */
@Component({
  selector: 'lx-reading-status',
  imports: [TranslocoDirective],
  template: `
    @if (reading.state(); as state) {
      <p class="reading" data-testid="reading" *transloco="let t">
        <span role="status">{{
          state.before
            ? t('fileReading.waiting', { count: state.before })
            : t('fileReading.reading')
        }}</span>
        @if (state.canCancel) {
          <button
            type="button"
            class="ant-btn ant-btn-sm"
            data-testid="cancel-reading"
            (click)="reading.cancel()"
          >
            <span>{{ t('actions.cancel') }}</span>
          </button>
        }
      </p>
    }
  `,
  styles: `
    .reading {
      display: flex;
      flex-wrap: wrap;
      align-items: center;
      gap: var(--lx-gap-2);
    }
  `,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class ReadingStatus {
  protected readonly reading = inject(FileReading);
}
