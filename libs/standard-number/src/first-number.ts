import { isDigit, type WorkMeter } from './cursor';
import { StandardReader, type PlacedReading } from './read-standard';

const REPLACING_BEFORE = /(?:代替|替代|取代|替换|被|原|REPLACES|SUPERSEDES)[^\p{L}\p{N}]{0,3}$/iu;
const LONGEST_REPLACING = 14;
const ENDS_LIST = /[;。)\]】]/u;
/** `安监总局令 第 3 号` and the like count laws, not standards. */
const COUNTS_OTHER = /^ ?[号条款章]/u;
const SHORTEST_UNDATED = 3;

/** An undated number is told from `AS 4` or `SH 1` by its slash or its length. */
function isTold({ draft, end }: PlacedReading, text: string): boolean {
  if (COUNTS_OTHER.test(text.slice(end, end + 2))) return false;
  const digits = [...draft.number].filter((char) => isDigit(char)).length;
  return draft.year !== undefined || draft.code.includes('/') || digits >= SHORTEST_UNDATED;
}

/** Words speak of the number (`GB 4793.1-2007 的符合性验证`), or it has no year: another may be meant. */
const isDoubtful = ({ draft, end }: PlacedReading, text: string): boolean =>
  draft.year === undefined || text.charAt(end) === '的';

/**
 * The number that a canonical text is about: the first that it does not say to be replaced; one in
 * doubt only where no other follows.
 * @param beginning where the first word stands; only there an undated number counts
 */
export function firstNumber(
  text: string,
  beginning: number,
  meter: WorkMeter,
): PlacedReading | undefined {
  let replacedUpTo: number | undefined;
  let doubtful: PlacedReading | undefined;
  for (const reading of new StandardReader(meter).along(text, beginning)) {
    const before = text.slice(Math.max(0, reading.at - LONGEST_REPLACING), reading.at);
    const isListed =
      replacedUpTo !== undefined && !ENDS_LIST.test(text.slice(replacedUpTo, reading.at));
    if (isListed || REPLACING_BEFORE.test(before)) replacedUpTo = reading.end;
    else if (isTold(reading, text)) {
      if (!isDoubtful(reading, text)) return reading;
      doubtful ??= reading;
    }
  }
  return doubtful;
}
