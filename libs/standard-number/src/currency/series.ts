import { identityOf } from '../format-standard-number';
import type { StandardNumber } from '../standard-number';

/**
 * Identity of a standard without its edition: all editions of GB/T 19001 share `GB/T 19001`, which is also the
 * identity of the undated reference.
 */
export function seriesOf(number: StandardNumber): string {
  const {
    year: _year,
    yearText: _yearText,
    month: _month,
    editionYear: _editionYear,
    editionLetter: _editionLetter,
    reapprovedYear: _reapprovedYear,
    epsilon: _epsilon,
    version: _version,
    amendments: _amendments,
    adoption: _adoption,
    ...series
  } = number;
  return identityOf(series);
}
