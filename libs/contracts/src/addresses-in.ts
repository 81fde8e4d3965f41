/** What stands between addresses, in whatever people paste: lists, mail headers, rows of a spreadsheet. */
const BETWEEN = /[\s,;:，；：、|/\\<>()（）《》"'“”‘’[\]【】]+/u;
/** Longest address that is taken; more is no address. */
const MOST = 254;

/**
 * Addresses in a pasted text, as they are written, each once and in order. A line without any, such as a name alone or
 * an address whose @ was forgotten, is given as it stands, so that nothing is left out without a word.
 */
export function addressesIn(text: string): string[] {
  const found = text.split(/[\r\n]+/).flatMap((line) => {
    const words = line.split(BETWEEN).filter((word) => /[@＠]/.test(word));
    return words.length > 0 ? words : [line.trim()];
  });
  return [...new Set(found.filter((each) => each !== '').map((each) => each.slice(0, MOST)))];
}
