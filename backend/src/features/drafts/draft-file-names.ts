import type { Draft } from './draft';

type Named = Pick<Draft, 'number' | 'title'>;

/** Most bytes before the ending and a count; a file system holds 255. */
const LONGEST = 240;

/** Nothing that a file system refuses or takes for a way to another folder. */
function baseName({ number, title }: Named): string {
  const name = `${number} ${title}`.replace(/[\\/:*?"<>|\p{Cc}\p{Cf}\p{Cs}]/gu, '-');
  let base = '';
  // Character by character: none is cut in half.
  for (const sign of name.replace(/^[.\s]+/u, '')) {
    if (Buffer.byteLength(base + sign) > LONGEST) break;
    base += sign;
  }
  return base.replace(/[.\s]+$/u, '');
}

/** A name for each draft's Word file; no two are equal, also where case does not count. */
export function draftFileNames(drafts: readonly Named[]): string[] {
  const taken = new Set<string>();
  return drafts.map((draft) => {
    const base = baseName(draft) || '草案';
    let name = base;
    for (let count = 2; taken.has(name.toLowerCase()); count += 1) name = `${base} (${count})`;
    taken.add(name.toLowerCase());
    return `${name}.docx`;
  });
}
