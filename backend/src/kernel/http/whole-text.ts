import { isWholeText } from '@liangxing/contracts';
import type { FieldProblem } from '../problems/problem-error';

/** A place inside a value; its path is put together only where there is something to say about it. */
interface Place {
  readonly value: unknown;
  readonly name: string;
  readonly within: Place | undefined;
}

function pathOf(place: Place | undefined): string {
  const names: string[] = [];
  for (let at = place; at !== undefined; at = at.within) if (at.name !== '') names.push(at.name);
  return names.reverse().join('.');
}

/**
 * Every text inside a value that PostgreSQL, JSON, XML or a PDF could not hold, names of fields included. A loop and
 * no recursion: whoever sends the value decides how deep it is.
 * @param value what came in: plain objects, lists, texts, figures
 * @param name of the value itself, where it has one
 */
export function brokenTexts(value: unknown, name = ''): FieldProblem[] {
  const broken: FieldProblem[] = [];
  const open: Place[] = [{ value, name, within: undefined }];
  for (let place = open.pop(); place !== undefined; place = open.pop()) {
    if (typeof place.value === 'string') {
      if (!isWholeText(place.value)) broken.push({ path: pathOf(place), code: 'text_broken' });
    } else if (typeof place.value === 'object' && place.value !== null) {
      const parts = Object.entries(place.value);
      // From the last to the first, for the last that is opened is looked at next.
      for (const [part, inner] of parts.reverse())
        if (isWholeText(part)) open.push({ value: inner, name: part, within: place });
        else broken.push({ path: pathOf(place), code: 'text_broken' });
    }
  }
  return broken;
}
