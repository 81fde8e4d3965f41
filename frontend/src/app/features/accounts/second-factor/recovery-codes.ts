import { ChangeDetectionStrategy, Component, inject, input, output } from '@angular/core';
import { TranslocoDirective, TranslocoService } from '@jsverse/transloco';
import { saveFile } from '../../../core/download/save-file';
import { FocusFirst } from '../../../core/focus/focus-first';
import { Notices } from '../../../core/errors/notices';

/** Recovery codes, which are shown this one time: to be copied or saved. */
@Component({
  selector: 'lx-recovery-codes',
  imports: [FocusFirst, TranslocoDirective],
  template: `
    <section class="panel" aria-labelledby="codes-title" *transloco="let t">
      <h3 id="codes-title" tabindex="-1" lxFocusFirst [focusBack]="focusBack()">
        {{ t('accounts.secondFactor.codes') }}
      </h3>
      <p>{{ t('accounts.secondFactor.codesHint') }}</p>
      <ol #list data-testid="recovery-codes">
        @for (code of codes(); track code) {
          <li>
            <code>{{ code }}</code>
          </li>
        }
      </ol>
      <p class="answer">
        <button type="button" class="ant-btn" data-testid="copy-codes" (click)="copy(list)">
          <span>{{ t('accounts.secondFactor.copy') }}</span>
        </button>
        <button type="button" class="ant-btn" data-testid="download-codes" (click)="download()">
          <span>{{ t('accounts.secondFactor.download') }}</span>
        </button>
        <button
          type="button"
          class="ant-btn ant-btn-primary"
          data-testid="codes-kept"
          (click)="kept.emit()"
        >
          <span>{{
            t(goesOn() ? 'accounts.secondFactor.goOn' : 'accounts.secondFactor.kept')
          }}</span>
        </button>
      </p>
    </section>
  `,
  styleUrl: '../account-section.css',
  styles: `
    ol {
      display: grid;
      grid-template-columns: repeat(2, auto);
      gap: 4px 32px;
      margin: 0;
      padding-left: 24px;
    }
    code {
      font-size: 14px;
    }
    p,
    h3 {
      margin: 0;
    }
  `,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class RecoveryCodes {
  private readonly notices = inject(Notices);
  private readonly transloco = inject(TranslocoService);

  readonly codes = input.required<readonly string[]>();
  /** Whether keeping them leads on to the page that asked for a second factor. */
  readonly goesOn = input(false);
  /** Id of what gets the focus when they are gone. */
  readonly focusBack = input('');
  readonly kept = output();

  /** A page without a secure address has no clipboard, and a browser may refuse it: the codes are chosen instead. */
  protected async copy(list: HTMLElement): Promise<void> {
    try {
      await navigator.clipboard.writeText(this.codes().join('\n'));
      this.notices.done(this.transloco.translate('accounts.secondFactor.copied'));
    } catch {
      getSelection()?.selectAllChildren(list);
    }
  }

  protected download(): void {
    const content = new Blob([`${this.codes().join('\r\n')}\r\n`], { type: 'text/plain' });
    saveFile({ content, name: this.transloco.translate('accounts.secondFactor.file') });
  }
}
