import {
  ChangeDetectionStrategy,
  Component,
  inject,
  output,
  signal,
  viewChild,
} from '@angular/core';
import { TranslocoDirective, TranslocoService } from '@jsverse/transloco';
import { PASSKEY_NAME } from '@liangxing/contracts';
import { Api } from '../../../core/api/api';
import type { PasskeyDto } from '../../../core/api/generated/openapi';
import { FieldProblem } from '../../../core/errors/field-problem';
import { Notices } from '../../../core/errors/notices';
import { type Problem, problemOf } from '../../../core/errors/problem';
import { ProblemNotice } from '../../../core/errors/problem-notice';
import { FocusFirst } from '../../../core/focus/focus-first';
import { TimePipe } from '../../../core/i18n/time.pipe';
import { Busy } from '../../../core/once/busy';
import { passkeyProblem } from '../../../core/session/passkey-problem';
import { Passkeys } from '../../../core/session/passkeys';
import { SessionService } from '../../../core/session/session.service';
import { AccountFacts } from '../account-facts';
import { OwnerProof } from '../owner-proof';

/** What is done with one of them, or with a new one. */
interface Step {
  readonly does: 'add' | 'rename' | 'remove';
  /** Null: it is not there yet. */
  readonly passkey: PasskeyDto | null;
}

/** 通行密钥 of the own account: listed, added, renamed, removed. */
@Component({
  selector: 'lx-passkeys-section',
  imports: [FieldProblem, FocusFirst, OwnerProof, ProblemNotice, TimePipe, TranslocoDirective],
  templateUrl: './passkeys-section.html',
  styleUrl: '../account-section.css',
  styles: `
    .scroll {
      margin-bottom: 8px;
      overflow-x: auto;
    }
    .name {
      overflow-wrap: anywhere;
    }
  `,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class PasskeysSection {
  private readonly api = inject(Api);
  private readonly notices = inject(Notices);
  private readonly session = inject(SessionService);
  private readonly transloco = inject(TranslocoService);
  private readonly proof = viewChild(OwnerProof);
  protected readonly account = inject(AccountFacts);
  protected readonly browser = inject(Passkeys);

  /** Other sessions have ended. */
  readonly changed = output();

  protected readonly longestName = PASSKEY_NAME;
  protected readonly passkeys = signal<readonly PasskeyDto[]>([]);
  protected readonly step = signal<Step | null>(null);
  protected readonly problem = signal<Problem | null>(null);
  protected readonly isNameless = signal(false);
  protected readonly busy = new Busy();

  constructor() {
    void this.reload();
  }

  /** Others may have ended meanwhile: by a new password. */
  async reload(): Promise<void> {
    try {
      this.passkeys.set(await this.api.get('/api/account/passkeys'));
    } catch (error) {
      this.problem.set(problemOf(error));
    }
  }

  protected begin(does: Step['does'], passkey: PasskeyDto | null): void {
    this.problem.set(null);
    this.isNameless.set(false);
    this.step.set({ does, passkey });
  }

  protected cancel(): void {
    this.problem.set(null);
    this.step.set(null);
    void this.browser.stop().catch(() => undefined);
  }

  protected async add(event: Event, typed: string): Promise<void> {
    event.preventDefault();
    const body = this.proof()?.typed();
    const user = this.session.user();
    if (!body || !user) return;
    const name = typed.trim();
    await this.change('add', async () => {
      const asked = await this.api.put('/api/account/passkeys/challenge', { body });
      const made = await this.browser.make(asked, user);
      const added = { ...made, ...(name === '' ? {} : { name }) };
      await this.api.post('/api/account/passkeys', { body: added });
      this.say('accounts.passkeys.added');
    });
  }

  protected async rename(event: Event, { id, version }: PasskeyDto, typed: string): Promise<void> {
    event.preventDefault();
    const name = typed.trim();
    this.isNameless.set(name === '');
    if (name === '') return;
    await this.change(`rename ${id}`, async () => {
      const asked = { passkeyId: id, body: { name }, ifMatch: version };
      await this.api.patch('/api/account/passkeys/{passkeyId}', asked);
    });
  }

  protected async remove(event: Event, { id }: PasskeyDto): Promise<void> {
    event.preventDefault();
    const body = this.proof()?.typed();
    if (!body) return;
    await this.change(`remove ${id}`, async () => {
      await this.api.post('/api/account/passkeys/{passkeyId}/end', { passkeyId: id, body });
      this.say('accounts.passkeys.removed');
      this.changed.emit();
      await this.session.reload();
    });
  }

  private async change(what: string, work: () => Promise<void>): Promise<void> {
    const isDone = await this.busy.run(async () => {
      this.problem.set(null);
      try {
        await work();
        await this.reload();
        return true;
      } catch (error) {
        // Nothing is told of what the person has given up.
        if (this.step() !== null)
          this.problem.set(passkeyProblem(error, (key) => this.transloco.translate(key)));
        return false;
      }
    }, what);
    // After the buttons can be used again, to which the focus goes back.
    if (isDone) this.step.set(null);
  }

  private say(key: string): void {
    this.notices.done(this.transloco.translate(key));
  }
}
