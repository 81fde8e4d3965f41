import {
  ChangeDetectionStrategy,
  Component,
  type ElementRef,
  computed,
  inject,
  signal,
  viewChild,
} from '@angular/core';
import { TranslocoDirective } from '@jsverse/transloco';
import { lookupLink } from '@liangxing/contracts';
import { type Problem, problemOf } from '../../core/errors/problem';
import { ProblemNotice } from '../../core/errors/problem-notice';
import { LanguageService } from '../../core/i18n/language.service';
import { Busy } from '../../core/once/busy';
import { type CurrencyRow, type Finding, VERIFIED_RESULTS, type VerifiedResult } from './currency';
import { dayOf } from './maintenance';

/** What the dialog names, and where it is looked up. */
type NamedRow = Pick<CurrencyRow, 'id' | 'number' | 'title' | 'level'>;
/** Throws what the server refuses; the dialog says it. */
type Verify = (finding: Finding, file: File | null) => Promise<void>;

/** 已核对: what was found at an official site about one standard or several, with its picture. */
@Component({
  selector: 'lx-verify-dialog',
  imports: [ProblemNotice, TranslocoDirective],
  templateUrl: './verify-dialog.html',
  styleUrl: './verify-dialog.less',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class VerifyDialog {
  private readonly language = inject(LanguageService);
  private readonly dialog = viewChild.required<ElementRef<HTMLDialogElement>>('dialog');
  private readonly picture = viewChild.required<ElementRef<HTMLInputElement>>('picture');

  protected readonly results = VERIFIED_RESULTS;
  protected readonly rows = signal<readonly NamedRow[]>([]);
  protected readonly result = signal<VerifiedResult>('current');
  protected readonly replacedBy = signal('');
  protected readonly checkedOn = signal('');
  protected readonly source = signal('');
  protected readonly today = signal('');
  protected readonly problem = signal<Problem | null>(null);
  protected sending = new Busy();
  protected readonly named = computed(() => this.rows().slice(0, 5));

  private verify: Verify = () => Promise.resolve();

  open(rows: readonly NamedRow[], verify: Verify): void {
    const [first] = rows;
    if (first === undefined) return;
    this.sending = new Busy();
    this.verify = verify;
    this.rows.set(rows);
    this.result.set('current');
    this.replacedBy.set('');
    this.today.set(dayOf(new Date()));
    this.checkedOn.set(this.today());
    this.source.set(this.siteOf(first));
    this.problem.set(null);
    this.picture().nativeElement.value = '';
    this.dialog().nativeElement.showModal();
  }

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
      await this.verify(finding, file);
      this.dialog().nativeElement.close();
    } catch (error) {
      // What was chosen stays where it is.
      this.problem.set(problemOf(error));
    }
  }
}
