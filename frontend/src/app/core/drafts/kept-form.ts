import {
  computed,
  DestroyRef,
  effect,
  inject,
  type Signal,
  signal,
  untracked,
} from '@angular/core';
import { CurrentOrganization } from '../session/current-organization';
import { SessionService } from '../session/session.service';
import { LocalDrafts } from './local-drafts';

/** What is typed in a form that a button sends. */
export interface FormToKeep<T> {
  /** Which form, among all of the organization; null: none is open. */
  readonly place: () => string | null;
  /** What is typed, as it can be stored (structured clone); null: nothing that would be missed. */
  readonly typed: () => T | null;
  /** Fills the form with what an earlier visit left; undefined: what is typed is given up. */
  readonly show: (kept: T | undefined) => void;
}

export interface KeptForm {
  /** What stands in the form comes from an earlier visit. */
  readonly isRestored: Signal<boolean>;
  /** What is typed is given up. */
  giveUp(): void;
  /** It was sent: nothing of it is kept, also where the form is gone by now. */
  forget(): void;
}

/**
 * What is typed and not sent outlives a reload, the way back and a lost connection: it lies on this machine for this
 * person and form until `typed` is null again, as it is once it was sent. Nothing replaces what is typed meanwhile. Call it
 * where injection is possible. Where the machine keeps nothing, the text lives until the page is left.
 */
export function keepForm<T>({ place, typed, show }: FormToKeep<T>): KeptForm {
  const local = inject(LocalDrafts);
  const session = inject(SessionService);
  const organization = inject(CurrentOrganization);
  const key = computed(() => {
    const [user, named] = [session.user()?.id, place()];
    return user && named !== null ? `form:${user}:${organization.id()}:${named}` : null;
  });
  /** The form whose earlier text was looked for. */
  const read = signal<string | null>(null);
  const restored = signal<string | null>(null);
  let isKept = false;
  let queue = Promise.resolve();
  const look = async (asked: string): Promise<void> => {
    await queue;
    const kept = await local.read<T>(asked).catch(() => undefined);
    if (key() !== asked) return;
    isKept = kept !== undefined;
    if (kept !== undefined && typed() === null) {
      show(kept);
      restored.set(asked);
    }
    read.set(asked);
  };
  effect(() => {
    const asked = key();
    untracked(() => {
      read.set(null);
      restored.set(null);
      if (asked !== null) void look(asked);
    });
  });
  const store = (at: string, value: T | null): void => {
    if (value === null && !isKept) return;
    isKept = value !== null;
    queue = queue
      .then(() => (value === null ? local.remove(at) : local.write(at, value)))
      .catch(() => undefined);
  };
  const keep = (): void => {
    const [at, value] = [key(), typed()];
    if (at === null || read() !== at) return;
    if (value === null) untracked(() => restored.set(null));
    store(at, value);
  };
  effect(keep);
  // A form that goes with its page has no effect any more.
  inject(DestroyRef).onDestroy(keep);
  return {
    isRestored: computed(() => restored() !== null && restored() === key()),
    giveUp: () => {
      show(undefined);
      restored.set(null);
    },
    forget: () => {
      const at = key();
      if (at !== null) store(at, null);
      restored.set(null);
    },
  };
}
