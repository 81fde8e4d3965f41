import { isDigit } from './canonical-text';

/** Counts the characters looked at; shows that reading stays linear. */
export interface WorkMeter {
  steps: number;
}

export const isLetter = (char: string): boolean => char >= 'A' && char <= 'Z';
export const isHan = (char: string): boolean => char >= '\u4e00' && char <= '\u9fff';
export const isAlphanumeric = (char: string): boolean => isLetter(char) || isDigit(char);
export { isDigit };

/** Reads a text from left to right, without going back further than one mark of the caller. */
export class Cursor {
  position = 0;

  /**
   * @param text canonical and upper case
   * @param written the same text in the case it was written in
   */
  constructor(
    readonly text: string,
    readonly meter: WorkMeter,
    readonly written: string = text,
  ) {}

  get isAtEnd(): boolean {
    return this.position >= this.text.length;
  }

  get rest(): string {
    return this.text.slice(this.position);
  }

  peek(ahead = 0): string {
    this.meter.steps += 1;
    return this.text[this.position + ahead] ?? '';
  }

  takeWhile(accepts: (char: string) => boolean): string {
    const start = this.position;
    while (!this.isAtEnd && accepts(this.peek())) this.position += 1;
    return this.text.slice(start, this.position);
  }

  /** Steps over `expected` where it stands next. */
  take(expected: string): boolean {
    this.meter.steps += expected.length;
    if (!this.text.startsWith(expected, this.position)) return false;
    this.position += expected.length;
    return true;
  }

  takeDigits(): string {
    return this.takeWhile(isDigit);
  }

  takeLetters(): string {
    return this.takeWhile(isLetter);
  }

  skipBlank(): boolean {
    return this.take(' ');
  }
}
