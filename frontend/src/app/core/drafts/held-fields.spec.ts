/** @jest-environment jsdom */
import '@angular/compiler';
import { HeldFields } from './held-fields';

function page() {
  document.body.innerHTML = `
    <main><span></span><input id="free" /><form><input id="formed" /></form></main>
    <div role="dialog"><input id="asked" /></div>`;
  const field = (id: string) => document.getElementById(id) as HTMLInputElement;
  const held = new HeldFields();
  const isHeld = () => held.areBeside(document.querySelector('span') as Element);
  return { held, field, isHeld };
}

describe('a field that holds what was not taken', () => {
  it('keeps the page from being saved until it is mended or gone', () => {
    const { held, field, isHeld } = page();
    expect(isHeld()).toBe(false);
    held.tell(field('free'), true);
    expect(isHeld()).toBe(true);
    held.tell(field('free'), false);
    expect(isHeld()).toBe(false);
  });

  it.each(['formed', 'asked'])('says nothing of the page where it is sent on its own: %s', (id) => {
    const { held, field, isHeld } = page();
    held.tell(field(id), true);
    expect(isHeld()).toBe(false);
  });
});
