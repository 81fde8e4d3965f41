import { upperLatin } from './canonical-text';
import type { Cursor } from './cursor';
import { readAdoption, noteAdoption, type NestedReader } from './read-adoption';
import { readAmendment } from './read-amendment';
import { readRange } from './read-range';
import { expandYear, type Draft, type Extent, type Failure } from './reading';
import { classifyRemarks, type RemarkSurroundings } from './remarks/classify-remark';
import type { NumberRemark } from './remarks/number-remark';
import { opensBracket, readLooseRemark, takeBrackets } from './remarks/read-remarks';

/** A number with what stands beside it. */
export interface RemarkedDraft {
  readonly draft: Draft;
  readonly remarks: readonly NumberRemark[];
}

/** `2018年版` of a partly revised print. */
function editionYearOf(text: string): number | undefined {
  const isEdition = text.length >= 5 && (text.slice(4) === '年版' || text.slice(4) === '版');
  return isEdition ? expandYear(text.slice(0, 4)) : undefined;
}

/** A year that stands apart: `ISO 9001 2015版`, `GB/T 19001(2016)`. */
function looseYear(cursor: Cursor): string | undefined {
  const start = cursor.position;
  cursor.skipBlank();
  const isBracketed = cursor.take('(');
  const digits = cursor.takeDigits();
  const isClosed = !isBracketed || cursor.take(')') || cursor.rest.endsWith(')');
  const rest = cursor.rest.replaceAll(')', '').trim();
  cursor.position = start;
  const isYear = digits.length === 4 && expandYear(digits) !== undefined;
  return isYear && isClosed && (rest === '' || rest === '版' || rest === '年版' || rest === '年')
    ? digits
    : undefined;
}

/** Reads what stands behind the year, piece by piece. */
class TailReader {
  readonly remarks: NumberRemark[] = [];

  constructor(
    private readonly cursor: Cursor,
    public draft: Draft,
    private readonly nested: NestedReader,
    private readonly extent: Extent,
  ) {}

  private get surroundings(): RemarkSurroundings {
    return {
      year: this.draft.year,
      numbersWithin: (text) => this.nested.numbersWithin(text),
    };
  }

  /** Takes one piece; false where nothing known stands at the cursor. */
  step(): boolean {
    if (this.takeAmendment() || this.takeRange()) return true;
    if (this.extent === 'bare') return false;
    return (
      this.takeBracketed() ||
      this.takeEditionYear() ||
      this.takeAdoption() ||
      this.takeLooseRemark()
    );
  }

  private takeAmendment(): boolean {
    const amendment = readAmendment(this.cursor, this.draft);
    if (amendment === undefined) return false;
    this.draft = { ...this.draft, amendments: [...(this.draft.amendments ?? []), amendment] };
    return true;
  }

  private takeRange(): boolean {
    if (this.remarks.length > 0) return false;
    const ranged = readRange(this.cursor, this.draft);
    this.draft = ranged ?? this.draft;
    return ranged !== undefined;
  }

  private withEditionYear(text: string): boolean {
    const editionYear = editionYearOf(text);
    const { year, editionYear: known } = this.draft;
    if (editionYear === undefined || year === undefined || known !== undefined) return false;
    this.draft = { ...this.draft, editionYear };
    return true;
  }

  /** `2018年版` without brackets. */
  private takeEditionYear(): boolean {
    const start = this.cursor.position;
    this.cursor.skipBlank();
    const digits = this.cursor.takeDigits();
    const isEdition = digits.length === 4 && (this.cursor.take('年版') || this.cursor.take('版'));
    if (isEdition && this.withEditionYear(`${digits}版`)) return true;
    this.cursor.position = start;
    return false;
  }

  /** One pair of brackets: edition, adoption, or whatever remark. */
  private takeBracketed(): boolean {
    const start = this.cursor.position;
    this.cursor.takeWhile(
      (char) => char === ' ' || (this.extent === 'whole' && ',;、'.includes(char)),
    );
    const content = opensBracket(this.cursor.peek())
      ? takeBrackets(this.cursor)?.trim()
      : undefined;
    if (content === undefined) {
      this.cursor.position = start;
      return false;
    }
    if (this.withEditionYear(upperLatin(content))) return true;
    const adopting = noteAdoption(this.draft, content, this.nested);
    this.draft = adopting?.draft ?? this.draft;
    this.remarks.push(...(adopting?.remarks ?? classifyRemarks(content, this.surroundings)));
    return true;
  }

  private takeAdoption(): boolean {
    const adopting = readAdoption(this.cursor, this.draft, this.nested);
    if (adopting === undefined) return false;
    this.draft = adopting.draft;
    this.remarks.push(...adopting.remarks);
    return true;
  }

  private takeLooseRemark(): boolean {
    const remark = readLooseRemark(this.cursor, this.surroundings, this.extent !== 'whole');
    if (remark === undefined) return false;
    this.remarks.push(remark);
    return true;
  }
}

/**
 * Reads what may follow the year: amendments, range, edition, adoption, remarks. Where something
 * else follows, the text is read up to it; one to be read whole fails and offers the number before it.
 */
export function readTail(
  cursor: Cursor,
  start: Draft,
  nested: NestedReader,
  extent: Extent,
): RemarkedDraft | Failure {
  const tail = new TailReader(cursor, start, nested, extent);
  while (!cursor.isAtEnd) {
    const { draft } = tail;
    const isUndated = draft.year === undefined && draft.range === undefined;
    const digits = isUndated ? looseYear(cursor) : undefined;
    if (digits !== undefined) {
      const repaired = { ...draft, year: Number(digits), yearText: digits };
      return { reason: 'year_not_joined', repaired };
    }
    if (tail.step()) continue;
    if (extent !== 'whole') break;
    return { reason: 'trailing_text', repaired: draft };
  }
  return { draft: tail.draft, remarks: tail.remarks };
}
