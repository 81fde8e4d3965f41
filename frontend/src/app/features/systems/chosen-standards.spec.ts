import { signal } from '@angular/core';
import { ChosenStandards } from './chosen-standards';

describe('chosen standards of a list', () => {
  it('are chosen one by one or all at once', () => {
    const chosen = new ChosenStandards(() => ['a', 'b']);
    chosen.toggle('b');
    expect([chosen.ids(), chosen.areSome(), chosen.areAll()]).toEqual([['b'], true, false]);
    chosen.toggleAll();
    expect([chosen.ids(), chosen.areSome(), chosen.areAll()]).toEqual([['a', 'b'], false, true]);
    chosen.toggleAll();
    expect(chosen.ids()).toEqual([]);
  });

  it('stay chosen while the list is read anew', () => {
    const listed = signal(['a', 'b']);
    const chosen = new ChosenStandards(listed);
    chosen.toggleAll();
    listed.set([]);
    listed.set(['b', 'a']);
    expect([chosen.ids(), chosen.areAll()]).toEqual([['b', 'a'], true]);
  });

  it('are not chosen any more when the list does not show them', () => {
    const listed = signal(['a', 'b']);
    const chosen = new ChosenStandards(listed);
    chosen.toggle('a');
    listed.set(['b']);
    expect(chosen.ids()).toEqual([]);
  });
});
