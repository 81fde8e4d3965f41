import { formatDate } from '@angular/common';
import { Pipe, type PipeTransform } from '@angular/core';

const FORMATS = {
  day: 'yyyy-MM-dd',
  minute: 'yyyy-MM-dd HH:mm',
  second: 'yyyy-MM-dd HH:mm:ss',
} as const;

/** China has one time zone, and no summer time. */
const CHINA = '+0800';

/**
 * An instant as the enterprise's clock shows it, whatever the language and the time zone of the browser are.
 * In both languages it is written 2026-10-31 14:05; nothing stands where there is none.
 */
@Pipe({ name: 'lxTime' })
export class TimePipe implements PipeTransform {
  transform(
    instant: string | Date | null | undefined,
    precision: keyof typeof FORMATS = 'minute',
  ): string {
    return instant ? formatDate(instant, FORMATS[precision], 'en-US', CHINA) : '';
  }
}
