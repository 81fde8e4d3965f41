import { DOCUMENT, Injectable, inject, signal } from '@angular/core';
import { HttpContext } from '@angular/common/http';
import { Api } from '../api/api';
import { WITHOUT_REAUTHENTICATION } from '../api/reauthentication';

/** Signing in by a provider of identities, where this site has one. */
@Injectable({ providedIn: 'root' })
export class SignOn {
  private readonly api = inject(Api);
  private readonly window = inject(DOCUMENT).defaultView;
  private readonly offered = signal<string | null>(null);
  private readonly context = new HttpContext().set(WITHOUT_REAUTHENTICATION, true);

  /** What people call the provider; null: there is none, or it is not known yet. */
  readonly name = this.offered.asReadonly();

  constructor() {
    const { context } = this;
    // Without an answer the password is asked for, as ever.
    this.api.get('/api/sign-on', { context }).then(
      ({ name }) => this.offered.set(name),
      () => undefined,
    );
  }

  /** @param from page of this site to go back to */
  async begin(from: string | undefined): Promise<void> {
    const body = from === undefined ? {} : { from };
    const { context } = this;
    this.leave(await this.api.put('/api/sign-on', { body, context }));
  }

  /** This page ends; the browser comes back from the provider to a new one. */
  leave({ location }: { readonly location: string }): void {
    this.window?.location.assign(location);
  }
}
