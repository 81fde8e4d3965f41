import { HttpContextToken } from '@angular/common/http';
import { Injectable, signal } from '@angular/core';
import { Observable, Subject, take } from 'rxjs';

/** Requests that handle a 401 themselves (sign-in, registration, password reset). */
export const WITHOUT_REAUTHENTICATION = new HttpContextToken<boolean>(() => false);

/**
 * A session that ended while someone works: the page stays as it is with all that was typed,
 * the password is asked for on top of it, and the requests that failed are sent again.
 */
@Injectable({ providedIn: 'root' })
export class Reauthentication {
  private readonly wanted = signal(false);
  private readonly signedInAgain = new Subject<void>();

  readonly isWanted = this.wanted.asReadonly();
  /** Whoever has signed out is not asked back by what was still on its way. */
  isSignedOut = false;

  /** Emits once when the person has signed in again. */
  again(): Observable<void> {
    this.wanted.set(true);
    return this.signedInAgain.pipe(take(1));
  }

  done(): void {
    this.wanted.set(false);
    this.signedInAgain.next();
  }
}
