/** @jest-environment jsdom */
import fc from 'fast-check';
import { TypedDay } from './typed-day';

/** A field with somebody who listens to it, as templates do. */
function fieldOf(latest = '', calendar = { isOpen: false }) {
  const field = document.createElement('input');
  const said: string[] = [];
  const typed = new TypedDay(field, {
    isDate: () => true,
    isPaused: () => calendar.isOpen,
    problemOf: (day) => (day === null ? 'no day' : latest && day > latest ? 'too late' : ''),
    say: (problem) => said.push(problem),
  });
  const heard: string[] = [];
  for (const type of ['input', 'change'])
    field.addEventListener(type, () => heard.push(`${type} ${field.value}`));
  return { field, typed, heard, problem: () => said.at(-1) ?? '' };
}

function type(field: HTMLInputElement, text: string): void {
  for (let length = 1; length <= text.length; length++) {
    field.value = text.slice(0, length);
    field.dispatchEvent(new InputEvent('input', { bubbles: true }));
  }
}

const leave = (field: HTMLInputElement) => field.dispatchEvent(new FocusEvent('blur'));

describe('a day that is typed', () => {
  it('is heard once, whole, as the contract writes it', () => {
    const { field, heard } = fieldOf();
    type(field, '2026年10月31日');
    leave(field);
    expect(heard).toEqual(['input 2026-10-31', 'change 2026-10-31']);
  });

  it('comes back as the day that a form puts in', () => {
    fc.assert(
      fc.property(
        fc.date({ min: new Date('1900-01-01'), max: new Date('2199-12-31'), noInvalidDate: true }),
        (date) => {
          const day = date.toISOString().slice(0, 10);
          const { field, heard } = fieldOf();
          type(field, day);
          expect([field.value, heard]).toEqual([day, [`input ${day}`, `change ${day}`]]);
        },
      ),
    );
  });

  it('may be short, and is read when the field is left', () => {
    const { field, heard } = fieldOf();
    type(field, '2026/1/3');
    expect(heard).toEqual([]);
    leave(field);
    expect(heard).toEqual(['input 2026-01-03', 'change 2026-01-03']);
  });

  it('that is none stays in the field, says so, and is told to nobody', () => {
    const { field, heard, problem } = fieldOf();
    type(field, '31.10.2026');
    leave(field);
    expect([field.value, problem(), heard]).toEqual(['31.10.2026', 'no day', []]);
  });

  it('beyond the last that may be is told to nobody either', () => {
    const { field, heard, problem } = fieldOf('2026-10-30');
    type(field, '2026-10-31');
    expect([problem(), heard]).toEqual(['too late', []]);
  });

  it('is taken away by emptying the field', () => {
    const { field, typed, heard } = fieldOf();
    typed.known = '2026-10-31';
    field.value = '';
    field.dispatchEvent(new InputEvent('input', { bubbles: true }));
    expect(heard).toEqual(['input ', 'change ']);
  });

  it('is looked at once the calendar is closed, not when the focus goes into it', () => {
    const calendar = { isOpen: true };
    const { field, typed, heard, problem } = fieldOf('', calendar);
    type(field, '2026/1/3');
    leave(field);
    expect([heard, problem()]).toEqual([[], '']);
    field.value = '31.10.2026';
    calendar.isOpen = false;
    expect([typed.take(), problem(), heard]).toEqual([false, 'no day', []]);
  });

  it('is whole for whoever hears Tab, and Tab goes on where it is none', () => {
    const { field, problem } = fieldOf();
    const read: string[] = [];
    field.onkeydown = () => void read.push(field.value);
    const tab = () => new KeyboardEvent('keydown', { key: 'Tab', cancelable: true });
    type(field, '2026/1/3');
    field.dispatchEvent(tab());
    type(field, 'soon');
    const second = tab();
    field.dispatchEvent(second);
    expect([read, problem(), second.defaultPrevented]).toEqual([
      ['2026-01-03', 'soon'],
      'no day',
      false,
    ]);
  });

  it('is not sent with Enter while it is none', () => {
    const { field } = fieldOf();
    type(field, '2026-13-01');
    const enter = new KeyboardEvent('keydown', { key: 'Enter', cancelable: true });
    field.dispatchEvent(enter);
    expect(enter.defaultPrevented).toBe(true);
  });
});
