/** @jest-environment jsdom */
import '@angular/compiler';
import { markField } from './field-problem';

function form() {
  document.body.innerHTML = `<input id="outside" aria-invalid="true" />
    <form><input id="first" aria-describedby="hint" /><input id="second" /></form>`;
  const field = (id: string) => document.getElementById(id) as HTMLInputElement;
  return { first: field('first'), second: field('second') };
}

describe('a field with a problem', () => {
  it('is named by it beside its hint, and has the focus, until it is mended', () => {
    const { first } = form();
    markField(first, 'p1', true);
    expect(first.getAttribute('aria-describedby')).toBe('hint p1');
    expect(first.getAttribute('aria-invalid')).toBe('true');
    expect(document.activeElement).toBe(first);
    markField(first, 'p1', false);
    expect(first.getAttribute('aria-describedby')).toBe('hint');
    expect(first.hasAttribute('aria-invalid')).toBe(false);
  });

  it.each([{ order: ['first', 'second'] }, { order: ['second', 'first'] }] as const)(
    'leaves the focus to the first wrong one: $order',
    ({ order }) => {
      const fields = form();
      for (const name of order) markField(fields[name], `p-${name}`, true);
      expect(document.activeElement).toBe(fields.first);
    },
  );

  it('has the focus again when it is refused again', () => {
    const { first, second } = form();
    markField(first, 'p1', true);
    second.focus();
    markField(first, 'p1', false);
    markField(first, 'p1', true);
    expect(document.activeElement).toBe(first);
  });
});
