import { plusDays, plusMonths } from '@liangxing/contracts';
import { mondayOf } from './days';

/**
 * Where a key leads to in a month: arrows, Home and End of the week, Page Up and Page Down, with Shift by years.
 * @returns undefined for every other key
 */
export function dayByKey(
  day: string,
  { key, shiftKey }: Pick<KeyboardEvent, 'key' | 'shiftKey'>,
): string | undefined {
  switch (key) {
    case 'ArrowLeft':
      return plusDays(day, -1);
    case 'ArrowRight':
      return plusDays(day, 1);
    case 'ArrowUp':
      return plusDays(day, -7);
    case 'ArrowDown':
      return plusDays(day, 7);
    case 'Home':
      return mondayOf(day);
    case 'End':
      return plusDays(mondayOf(day), 6);
    case 'PageUp':
      return plusMonths(day, shiftKey ? -12 : -1);
    case 'PageDown':
      return plusMonths(day, shiftKey ? 12 : 1);
    default:
      return undefined;
  }
}
