import { ChangeDetectionStrategy, Component, inject, input, output, signal } from '@angular/core';
import { Router } from '@angular/router';
import { TranslocoDirective, TranslocoService } from '@jsverse/transloco';
import { Api } from '../../../core/api/api';
import type { NewSecretDto } from '../../../core/api/generated/openapi';
import { Notices } from '../../../core/errors/notices';
import { ProblemNotice } from '../../../core/errors/problem-notice';
import { FocusFirst } from '../../../core/focus/focus-first';
import { TimePipe } from '../../../core/i18n/time.pipe';
import { ownAddress } from '@liangxing/contracts';
import { SessionService } from '../../../core/session/session.service';
import { AccountFacts } from '../account-facts';
import { SectionWork } from '../section-work';
import { ProveForm, type Proof } from './prove-form';
import { RecoveryCodes } from './recovery-codes';

/** What is being done: nothing, or one of these; `codes` are shown once, after setting up or renewing. */
type Step = 'none' | 'set-up' | 'codes' | 'renew' | 'end';

/** The second factor of the own account: set up, recovery codes, and its end. */
@Component({
  selector: 'lx-second-factor-section',
  imports: [FocusFirst, TimePipe, TranslocoDirective, ProblemNotice, ProveForm, RecoveryCodes],
  templateUrl: './second-factor-section.html',
  styleUrl: '../account-section.css',
  styles: `
    svg {
      width: 200px;
      border: 1px solid var(--lx-line);
    }
    p {
      margin: 0 0 8px;
    }
    .panel p {
      margin: 0;
    }
    code {
      overflow-wrap: anywhere;
    }
  `,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class SecondFactorSection {
  private readonly api = inject(Api);
  private readonly notices = inject(Notices);
  private readonly router = inject(Router);
  private readonly session = inject(SessionService);
  private readonly transloco = inject(TranslocoService);
  protected readonly account = inject(AccountFacts);

  /** The page that asked for it, to go back to. */
  readonly from = input<string>();
  /** Other sessions have ended. */
  readonly changed = output();

  protected readonly work = new SectionWork();
  protected readonly step = signal<Step>('none');
  protected readonly secret = signal<NewSecretDto | null>(null);
  protected readonly codes = signal<readonly string[]>([]);

  protected inFours(secret: string): string {
    return secret.replace(/.{4}(?=.)/g, '$& ');
  }

  protected async begin(): Promise<void> {
    await this.work.run(async () => {
      this.secret.set(await this.api.put('/api/account/second-factor/secret'));
      this.step.set('set-up');
    });
  }

  protected async enable(body: Proof): Promise<void> {
    const isDone = await this.work.run(async () =>
      this.show((await this.api.put('/api/account/second-factor', { body })).codes),
    );
    if (!isDone) return;
    this.secret.set(null);
    this.notices.done(this.transloco.translate('accounts.secondFactor.enabled'));
    this.changed.emit();
    await this.reload();
  }

  protected async renew(body: Proof): Promise<void> {
    const isDone = await this.work.run(async () =>
      this.show((await this.api.put('/api/account/second-factor/recovery-codes', { body })).codes),
    );
    if (isDone) await this.reload();
  }

  protected async end(body: Proof): Promise<void> {
    const isDone = await this.work.run(() =>
      this.api.post('/api/account/second-factor/end', { body }),
    );
    if (!isDone) return;
    this.step.set('none');
    this.notices.done(this.transloco.translate('accounts.secondFactor.ended'));
    await this.reload();
  }

  protected cancel(): void {
    this.secret.set(null);
    this.step.set('none');
    this.work.clear();
  }

  /** What was shown once is gone; whoever was sent here goes back. */
  protected async kept(): Promise<void> {
    this.codes.set([]);
    this.step.set('none');
    const from = this.from();
    if (from === undefined) return;
    // That page lets in only whose session is known to have proved it.
    await this.session.hearNews().catch(() => undefined);
    await this.router.navigateByUrl(ownAddress(from));
  }

  private show(codes: readonly string[]): void {
    this.codes.set(codes);
    this.step.set('codes');
  }

  private async reload(): Promise<void> {
    await Promise.all([this.account.load(), this.session.hearNews()]);
  }
}
