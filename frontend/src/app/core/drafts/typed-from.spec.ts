import { signal } from '@angular/core';
import { typedFrom } from './typed-from';

describe('what is typed of an opened thing', () => {
  it('stays where the thing is stored anew, and gives way to another thing', () => {
    const stored = signal({ id: 'a', text: '一' });
    const typed = typedFrom(
      () => stored().id,
      () => stored().text,
    );
    expect(typed()).toBe('一');
    typed.set('我写的');
    stored.set({ id: 'a', text: '他人写的' });
    expect(typed()).toBe('我写的');
    stored.set({ id: 'b', text: '二' });
    expect(typed()).toBe('二');
  });
});
