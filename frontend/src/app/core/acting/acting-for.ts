import { Injectable, signal } from '@angular/core';

/** The client for whom somebody acts. */
export interface ActedFor {
  readonly name: string;
  /** Which client it is and for whom one acts, in one line. */
  readonly words: string;
  readonly colour: string;
}

/** For which client the pages that are open act; null in the own organization. The bar above them says it, all others read it. */
@Injectable({ providedIn: 'root' })
export class ActingFor {
  readonly client = signal<ActedFor | null>(null);
}
