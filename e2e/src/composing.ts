import { type CDPSession, type Locator, type Page } from '@playwright/test';

/** Types Chinese as people do: letters stand open in the field, Enter is the composition's, then comes the word. */
export class Composing {
  private constructor(
    private readonly page: Page,
    private readonly protocol: CDPSession,
  ) {}

  static async on(page: Page): Promise<Composing> {
    return new Composing(page, await page.context().newCDPSession(page));
  }

  /** @param pinyin is typed letter by letter and stays open longer than any search or save waits */
  async open(field: Locator, pinyin: string): Promise<void> {
    await field.focus();
    for (let length = 1; length <= pinyin.length; length += 1) {
      const text = pinyin.slice(0, length);
      const place = { selectionStart: length, selectionEnd: length };
      await this.press(pinyin[length - 1] ?? '');
      await this.protocol.send('Input.imeSetComposition', { text, ...place });
    }
    await this.page.waitForTimeout(1500);
  }

  /** A key that goes to the composition: its code is 229, whatever it is. */
  async press(key: string): Promise<void> {
    const code = key.length === 1 ? `Key${key.toUpperCase()}` : key;
    const event = { key, code, windowsVirtualKeyCode: 229 };
    await this.protocol.send('Input.dispatchKeyEvent', { type: 'rawKeyDown', ...event });
    await this.protocol.send('Input.dispatchKeyEvent', { type: 'keyUp', ...event });
  }

  async close(word: string): Promise<void> {
    await this.protocol.send('Input.insertText', { text: word });
  }
}
