import { computed, linkedSignal, untracked, type WritableSignal } from '@angular/core';

/**
 * What is typed in a field: begins with what is stored of the opened thing, and begins anew where another thing is opened.
 * What becomes of the same thing meanwhile leaves it as it is.
 */
export function typedFrom<O, V>(opened: () => O, stored: () => V): WritableSignal<V> {
  return linkedSignal<O, V>({
    source: computed(opened),
    computation: () => untracked(stored),
  });
}
