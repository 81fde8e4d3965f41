import {
  ChangeDetectionStrategy,
  Component,
  DestroyRef,
  effect,
  inject,
  input,
  output,
  signal,
  untracked,
} from '@angular/core';
import { TranslocoDirective, TranslocoService } from '@jsverse/transloco';
import { type Problem, problemOf } from '../errors/problem';
import { ProblemNotice } from '../errors/problem-notice';
import { passkeyProblem } from './passkey-problem';
import { Passkeys } from './passkeys';
import { SessionService } from './session.service';

/** A challenge is good for ten minutes; the field of the address has a younger one. */
const RENEWED_AFTER = 9 * 60_000;

/** Signs in by a passkey; nothing where this site or this browser has none. */
@Component({
  selector: 'lx-passkey-button',
  imports: [TranslocoDirective, ProblemNotice],
  template: `
    @if (passkeys.isOffered()) {
      <ng-container *transloco="let t">
        <lx-problem-notice [problem]="problem()" />
        <button
          type="button"
          class="ant-btn"
          data-testid="passkey"
          [disabled]="isBusy()"
          (click)="ask()"
        >
          <span>{{ t('session.passkey.signIn') }}</span>
        </button>
      </ng-container>
    }
  `,
  styles: `
    button {
      width: 100%;
      margin-top: 12px;
    }
  `,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class PasskeyButton {
  private readonly session = inject(SessionService);
  private readonly transloco = inject(TranslocoService);
  protected readonly passkeys = inject(Passkeys);

  /** Of whom alone a passkey is taken, where that is known. */
  readonly userId = input<string>();
  /** Whether an identity of the provider that waits in this browser is linked then. */
  readonly linksIdentity = input(false);
  /** Whether passkeys are offered in the field of the address, too: one with `autocomplete="username webauthn"`. */
  readonly fillsIn = input(false);
  /** The person is signed in. */
  readonly done = output();

  protected readonly problem = signal<Problem | null>(null);
  protected readonly isBusy = signal(false);
  private renewal: ReturnType<typeof setTimeout> | undefined;
  private isGone = false;

  constructor() {
    effect(() => {
      if (this.passkeys.isOffered() && this.fillsIn()) untracked(() => void this.offer());
    });
    inject(DestroyRef).onDestroy(() => {
      this.isGone = true;
      clearTimeout(this.renewal);
      void this.passkeys.stop().catch(() => undefined);
    });
  }

  protected async ask(): Promise<void> {
    if (this.isBusy()) return;
    clearTimeout(this.renewal);
    this.isBusy.set(true);
    this.problem.set(null);
    try {
      const used = await this.passkeys.use(false).catch((error: unknown) => {
        // What waited in the field has ended for this.
        if (this.fillsIn()) void this.offer();
        throw error;
      });
      await this.signIn(used);
    } catch (error) {
      this.fail(error);
    } finally {
      this.isBusy.set(false);
    }
  }

  /** In the field of the address, until the person chooses one there; until then nothing is told of what fails. */
  private async offer(): Promise<void> {
    clearTimeout(this.renewal);
    const isWaiting = await this.passkeys.areFilledIn().catch(() => false);
    if (!isWaiting || this.isGone) return;
    this.renewal = setTimeout(() => void this.offer(), RENEWED_AFTER);
    const used = await this.passkeys.use(true).catch(() => null);
    if (used === null || this.isGone) return;
    this.problem.set(null);
    await this.signIn(used).catch((error: unknown) => this.fail(error));
  }

  private async signIn(used: Awaited<ReturnType<Passkeys['use']>>): Promise<void> {
    const userId = this.userId();
    const links = { linksIdentity: this.linksIdentity() };
    const meant = userId === undefined ? links : { ...links, userId };
    try {
      await this.session.signInByPasskey({ ...used, ...meant });
    } catch (error) {
      if (problemOf(error).code === 'passkey_unknown')
        void this.passkeys.forget(used.credentialId).catch(() => undefined);
      throw error;
    }
    this.done.emit();
  }

  private fail(error: unknown): void {
    this.problem.set(passkeyProblem(error, (key) => this.transloco.translate(key)));
  }
}
