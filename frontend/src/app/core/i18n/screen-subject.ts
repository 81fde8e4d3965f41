import { Injectable, signal } from '@angular/core';

/** The one thing that a screen shows, by its name: it stands in the browser's title beside the name of the screen. */
@Injectable({ providedIn: 'root' })
export class ScreenSubject {
  /** Empty: the screen shows no one thing. */
  readonly name = signal('');
}
