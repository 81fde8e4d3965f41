import type { AbstractControl, ValidationErrors } from '@angular/forms';
import { normalEmail } from '@liangxing/contracts';

/** Takes what the server takes: also what a Chinese keyboard writes, or a paste brings along. */
export function emailAddress({ value }: AbstractControl<string>): ValidationErrors | null {
  return normalEmail(value) === null ? { email: true } : null;
}
