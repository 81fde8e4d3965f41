import { ChangeDetectionStrategy, Component, inject, input, signal } from '@angular/core';
import { TranslocoDirective } from '@jsverse/transloco';
import { type LookupLink, lookupLink } from '@liangxing/contracts';
import { Modal } from '../../core/dialog/modal';
import { ProblemNotice } from '../../core/errors/problem-notice';
import { LanguageService } from '../../core/i18n/language.service';
import { chipOf, stateKeyOf } from './currency';
import { type AskedRows, VerifyDialog } from './verify-dialog';
import { type Watched, WATCHED_FILTERS } from './watched';
import { WatchedStore } from './watched-store';
import { KeptPictures } from './kept-pictures';

/** 关注: standards that the enterprise follows, with what changed since it last looked. */
@Component({
  selector: 'lx-watched-rows',
  imports: [ProblemNotice, TranslocoDirective],
  providers: [WatchedStore],
  templateUrl: './watched-rows.html',
  styleUrl: './watched-rows.less',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class WatchedRows {
  protected readonly store = inject(WatchedStore);
  protected readonly pictures = inject(KeptPictures);
  private readonly modal = inject(Modal);
  private readonly language = inject(LanguageService);

  readonly readOnly = input(false);

  protected readonly filters = WATCHED_FILTERS;
  protected readonly chip = chipOf;
  protected readonly stateKey = stateKeyOf;
  protected readonly pasted = signal('');

  constructor() {
    void this.store.load();
  }

  protected async add(event: Event): Promise<void> {
    event.preventDefault();
    const numbers = this.pasted().trim();
    if (numbers === '') return;
    // Lines that hold no number stay in the field, to be put right.
    if (await this.store.add(numbers)) this.pasted.set('');
    else this.pasted.set(this.store.unread().join('\n'));
  }

  protected changed(): readonly Watched[] {
    return this.store.shown().filter(({ changes }) => changes.length > 0);
  }

  protected lookup({ level, number }: Watched) {
    return lookupLink(level, number);
  }

  protected siteName(link: LookupLink): string {
    const { zh, en } = link.site.name;
    return this.language.current() === 'en' ? en : zh;
  }

  protected verify(row: Watched): void {
    const data: AskedRows = {
      rows: [row],
      verify: (finding, file) => this.store.verify(row, finding, file),
    };
    this.modal.open(VerifyDialog, { data });
  }
}
