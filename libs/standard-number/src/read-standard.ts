import { upperLatin } from './canonical-text';
import { Cursor, isAlphanumeric, isDigit, type WorkMeter } from './cursor';
import { identityOf } from './format-standard-number';
import { numberStarts } from './number-starts';
import type { NestedNumber, NestedReader } from './read-adoption';
import { readChineseNumber } from './read-chinese-number';
import { readCompanyNumber } from './read-company-number';
import { readForeignNumber } from './read-foreign-number';
import { readTail, type RemarkedDraft } from './read-tail';
import { isFailure, type Draft, type Extent, type Failure } from './reading';
import type { StandardNumber } from './standard-number';

const READERS = [readCompanyNumber, readChineseNumber, readForeignNumber];
/** Numbers stand in a number (adopted, replaced), and nothing stands in those. */
const DEEPEST = 1;
const NO_REMARKS: readonly never[] = [];

/** A number with its remarks, and how far into the text both reach. */
export interface StandardReading extends RemarkedDraft {
  readonly end: number;
}

/** A number found in a longer text. */
export interface PlacedReading extends StandardReading {
  readonly at: number;
}

export function finish(draft: Draft, original: string): StandardNumber {
  return { ...draft, normalized: identityOf(draft), original };
}

/** True where a number may end: what follows does not continue it. */
function mayEndAt(text: string, end: number): boolean {
  const next = text.charAt(end);
  if (isAlphanumeric(next.toUpperCase())) return false;
  const after = text.charAt(end + 1).toUpperCase();
  return (
    !('-./~_'.includes(next || ' ') && isDigit(after)) &&
    !(next === '-' && after >= 'A' && after <= 'Z')
  );
}

/** Reads standard numbers in canonical texts. */
export class StandardReader implements NestedReader {
  constructor(
    private readonly meter: WorkMeter,
    private readonly depth = 0,
  ) {}

  /**
   * The number at the beginning of a text.
   * @param text the same text in upper case
   * @returns undefined where the text begins with no code that is known
   */
  begin(
    written: string,
    extent: Extent = 'whole',
    text = upperLatin(written),
  ): StandardReading | Failure | undefined {
    for (const read of READERS) {
      const cursor = new Cursor(text, this.meter, written);
      const reading = read(cursor);
      if (reading === undefined) continue;
      if (isFailure(reading)) return reading;
      if (cursor.isAtEnd) return { draft: reading, remarks: NO_REMARKS, end: cursor.position };
      const isUndated = reading.year === undefined && !'~至'.includes(cursor.peek());
      if (extent === 'dated' && isUndated) return undefined;
      const nested = new StandardReader(this.meter, this.depth + 1);
      const whole = readTail(cursor, reading, nested, extent);
      return isFailure(whole) ? whole : { ...whole, end: cursor.position };
    }
    return undefined;
  }

  /**
   * The dated numbers in a text, left to right. An undated one counts only at `undatedAt`, for
   * `AS 4` in running words is none.
   */
  *along(written: string, undatedAt = -1): Generator<PlacedReading> {
    let from = 0;
    for (const at of numberStarts(written, this.meter)) {
      if (at < from) continue;
      const extent = at === undatedAt ? 'open' : 'dated';
      const reading = this.begin(written.slice(at), extent);
      if (reading === undefined || isFailure(reading)) continue;
      const isTold = reading.draft.year !== undefined || at === undatedAt;
      const end = at + reading.end;
      if (!isTold || !mayEndAt(written, end)) continue;
      yield { ...reading, at, end };
      from = end;
    }
  }

  read(written: string, extent: Extent): NestedNumber | undefined {
    if (this.depth > DEEPEST) return undefined;
    const reading = this.begin(written, extent);
    if (reading === undefined || isFailure(reading)) return undefined;
    const { draft, remarks, end } = reading;
    return { number: finish(draft, written.slice(0, end)), remarks, end };
  }

  numbersWithin(written: string): readonly StandardNumber[] {
    if (this.depth > DEEPEST) return [];
    return [...this.along(written)].map(({ draft, at, end }) =>
      finish(draft, written.slice(at, end)),
    );
  }
}
