import {
  ChangeDetectionStrategy,
  Component,
  type ElementRef,
  inject,
  input,
  output,
  viewChild,
} from '@angular/core';
import { TranslocoDirective, TranslocoService } from '@jsverse/transloco';
import { Notices } from '../errors/notices';
import type { Problem } from '../errors/problem';
import type { AsideLine } from './aside-lines';
import { copyText } from './copy-text';

/** What was typed of a thing that somebody closed meanwhile: to be copied or given up, beside what is stored. */
@Component({
  selector: 'lx-set-aside',
  imports: [TranslocoDirective],
  template: `
    <section role="alert" data-testid="set-aside" *transloco="let t">
      <p>
        <strong>{{ problem().title }}</strong> {{ t('setAside.lead') }}
      </p>
      <dl #typed>
        @for (line of lines(); track line.label) {
          <dt>{{ line.label }}</dt>
          <dd>{{ line.text }}</dd>
        }
      </dl>
      <button
        type="button"
        class="ant-btn ant-btn-sm"
        data-testid="set-aside-copy"
        (click)="copy()"
      >
        <span>{{ t('setAside.copy') }}</span>
      </button>
      <button
        type="button"
        class="ant-btn ant-btn-sm"
        data-testid="set-aside-give-up"
        (click)="givenUp.emit()"
      >
        <span>{{ t('setAside.giveUp') }}</span>
      </button>
    </section>
  `,
  styles: `
    section {
      margin: 0 0 12px;
      padding: 10px 14px;
      border-left: 3px solid var(--lx-warn);
      background: var(--lx-warn-soft);
    }
    p {
      margin: 0 0 6px;
    }
    dt {
      font-weight: 600;
    }
    dd {
      margin: 0 0 4px;
      white-space: pre-line;
    }
    button + button {
      margin-left: 8px;
    }
  `,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class SetAsideText {
  private readonly notices = inject(Notices);
  private readonly transloco = inject(TranslocoService);
  private readonly typed = viewChild.required<ElementRef<HTMLElement>>('typed');

  readonly problem = input.required<Problem>();
  readonly lines = input.required<readonly AsideLine[]>();
  readonly givenUp = output();

  protected async copy(): Promise<void> {
    const colon = this.transloco.translate('parting.said');
    const text = this.lines()
      .map((line) => line.label + colon + line.text)
      .join('\n');
    const done = await copyText(text, this.typed().nativeElement);
    this.notices.done(this.transloco.translate(`setAside.${done}`));
  }
}
