/** @jest-environment jsdom */
import '@angular/compiler';
import {
  ApplicationRef,
  ElementRef,
  type EnvironmentInjector,
  Injector,
  createEnvironmentInjector,
  provideZonelessChangeDetection,
  ɵINJECTOR_SCOPE as INJECTOR_SCOPE,
} from '@angular/core';
import { FocusFirst } from './focus-first';

/** A part of a page that a button opens, with a field of its own and one beside it. */
function opened() {
  document.body.innerHTML = '<button id="opener"></button><input id="field" /><input id="other" />';
  const element = (id: string) => document.getElementById(id) as HTMLElement;
  element('opener').focus();
  const page = createEnvironmentInjector(
    [{ provide: INJECTOR_SCOPE, useValue: 'root' }, provideZonelessChangeDetection()],
    Injector.create({ providers: [] }) as EnvironmentInjector,
  );
  const render = () => page.get(ApplicationRef).tick();
  const host = { provide: ElementRef, useValue: new ElementRef(element('field')) };
  const part = createEnvironmentInjector([FocusFirst, host], page);
  Object.assign(part.get(FocusFirst), { focusBack: () => 'opener' });
  render();
  const close = () => {
    element('field').remove();
    part.destroy();
    // The button that opened it is made anew meanwhile.
    element('opener').replaceWith(
      Object.assign(document.createElement('button'), { id: 'opener' }),
    );
    render();
  };
  return { element, close };
}

describe('the focus of a part of a page', () => {
  it('goes to its first field as it opens, and back to what opened it as it goes', () => {
    const { element, close } = opened();
    expect(document.activeElement).toBe(element('field'));
    close();
    expect(document.activeElement).toBe(element('opener'));
  });

  it('stays where the person went meanwhile', () => {
    const { element, close } = opened();
    element('other').focus();
    close();
    expect(document.activeElement).toBe(element('other'));
  });
});
