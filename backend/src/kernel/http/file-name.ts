import { wholeText } from '@liangxing/contracts';

/** File systems count bytes of UTF-8, 255 at most; a browser may add " (1)". */
const MOST_BYTES = 240;
/** Columns count characters. */
const MOST_CHARACTERS = 200;
/** Control characters, and marks that turn the direction of writing: `fdp.exe` reads `exe.pdf`. */
const UNSEEN = /[\p{Cc}\u200e\u200f\u202a-\u202e\u2066-\u2069]/gu;
/** Names of devices on Windows, whatever their ending. */
const DEVICE = /^(?:con|prn|aux|nul|com\d|lpt\d)(?=\.|$)/i;

function splitEnding(name: string): readonly [stem: string, ending: string] {
  const ending = /\.[A-Za-z0-9]{1,10}$/.exec(name)?.[0] ?? '';
  return [name.slice(0, name.length - ending.length), ending];
}

/** As much from the left as `fits`, never half a character. */
function cut(stem: string, fits: (part: string) => boolean): string {
  if (fits(stem)) return stem;
  let kept = '';
  for (const character of stem) {
    if (!fits(kept + character)) break;
    kept += character;
  }
  return kept;
}

/**
 * The name of an uploaded file as it is kept and shown: without folders and what nobody can see, 200 characters at
 * most with its ending. Never used as a path.
 */
export function uploadedFileName(given: string | undefined): string {
  const last = (given ?? '').split(/[/\\]/).at(-1) ?? '';
  const [stem, ending] = splitEnding(wholeText(last).replace(UNSEEN, '').trim());
  const most = MOST_CHARACTERS - ending.length;
  const kept = cut(stem, (part) => [...part].length <= most);
  return kept + ending === '' ? 'file' : kept + ending;
}

/**
 * A name that a file can have on every system: in Content-Disposition and inside a ZIP. One segment, no reserved
 * sign or name, 240 bytes at most with its ending.
 */
export function downloadFileName(wanted: string): string {
  const [stem, ending] = splitEnding(wholeText(wanted).replace(UNSEEN, ''));
  const plain = stem
    .replace(/[\\/:*?"<>|]+/g, '-')
    .replace(/^[\s.-]+|[\s.]+$/g, '')
    .replace(DEVICE, '_$&');
  const kept = cut(plain, (part) => Buffer.byteLength(part + ending) <= MOST_BYTES);
  return (kept.trimEnd() || 'file') + ending;
}

/** Gives names that differ, also where case is not told apart: the second `a.docx` is `a (2).docx`. */
export function distinctFileNames(): (wanted: string) => string {
  const taken = new Set<string>();
  return (wanted) => {
    const [stem, ending] = splitEnding(downloadFileName(wanted));
    let name = stem + ending;
    for (let number = 2; taken.has(name.toLowerCase()); number += 1)
      name = `${stem} (${String(number)})${ending}`;
    taken.add(name.toLowerCase());
    return name;
  };
}
