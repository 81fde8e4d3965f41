import { Injectable, signal } from '@angular/core';

/** Id of the enterprise whose pages are open; apart, for the API asks for it before it knows who is signed in. */
@Injectable({ providedIn: 'root' })
export class OpenOrganization {
  readonly id = signal('');
}
