import { DIALOG_DATA, DialogRef } from '@angular/cdk/dialog';
import {
  ChangeDetectionStrategy,
  Component,
  type ElementRef,
  inject,
  signal,
  viewChild,
} from '@angular/core';
import { TranslocoDirective } from '@jsverse/transloco';
import { lookupLink } from '@liangxing/contracts';
import { FileChoice } from '../../core/files/file-choice';
import { DateField } from '../../core/date-field/date-field';
import { ModalTitle } from '../../core/dialog/modal-title';
import { type Problem, problemOf } from '../../core/errors/problem';
import { FieldProblem } from '../../core/errors/field-problem';
import { ProblemNotice } from '../../core/errors/problem-notice';
import { dayOfChina } from '../../core/i18n/day-of-china';
import { LanguageService } from '../../core/i18n/language.service';
import { Busy } from '../../core/once/busy';
import { type CurrencyRow, type Finding, VERIFIED_RESULTS, type VerifiedResult } from './currency';

/** What the dialog names, and where it is looked up. */
type NamedRow = Pick<CurrencyRow, 'id' | 'number' | 'title' | 'level'>;

export interface AskedRows {
  /** At least one. */
  readonly rows: readonly [NamedRow, ...NamedRow[]];
  /** Throws what the server refuses; the dialog says it. */
  readonly verify: (finding: Finding, file: File | null) => Promise<void>;
}

/** 已核对: what was found at an official site about one standard or several, with its picture. */
@Component({
  selector: 'lx-verify-dialog',
  imports: [FieldProblem, FileChoice, DateField, ModalTitle, ProblemNotice, TranslocoDirective],
  templateUrl: './verify-dialog.html',
  styleUrl: './verify-dialog.less',
  host: { 'data-testid': 'verify-dialog' },
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class VerifyDialog {
  private readonly language = inject(LanguageService);
  protected readonly dialog = inject(DialogRef);
  private readonly asked = inject<AskedRows>(DIALOG_DATA);
  private readonly picture = viewChild.required<ElementRef<HTMLInputElement>>('picture');

  protected readonly results = VERIFIED_RESULTS;
  protected readonly rows = this.asked.rows;
  protected readonly named = this.rows.slice(0, 5);
  protected readonly today = dayOfChina(new Date());
  protected readonly result = signal<VerifiedResult>('current');
  protected readonly replacedBy = signal('');
  protected readonly checkedOn = signal(this.today);
  protected readonly source = signal(this.siteOf(this.rows[0]));
  protected readonly problem = signal<Problem | null>(null);
  protected readonly sending = new Busy();

  /** The site of the first of them; a person may write another. */
  private siteOf({ level, number }: NamedRow): string {
    const name = lookupLink(level, number)?.site.name;
    return name === undefined ? '' : this.language.current() === 'en' ? name.en : name.zh;
  }

  protected async send(event: Event): Promise<void> {
    event.preventDefault();
    await this.sending.run(() => this.sendNow(), 'send');
  }

  private async sendNow(): Promise<void> {
    const finding = {
      result: this.result(),
      replacedBy: this.result() === 'replaced' ? this.replacedBy().trim() : '',
      checkedOn: this.checkedOn(),
      source: this.source().trim(),
    };
    const file = this.picture().nativeElement.files?.item(0) ?? null;
    this.problem.set(null);
    try {
      await this.asked.verify(finding, file);
      this.dialog.close();
    } catch (error) {
      // What was chosen stays where it is.
      this.problem.set(problemOf(error));
    }
  }
}
