import type { EntryContent, EntryPlace } from './entry';

const SOURCE: EntryPlace = { step: 'source', row: '', field: '' };

/** Rows of the entry by the sections and groups of the document that is made of it. */
function itemsAt(content: EntryContent, section: number, group: number) {
  const part = content.parts[section];
  const groups = content.groups.filter((one) => one.part === part?.id);
  const under = groups.length === 0 ? part?.id : groups[group]?.id;
  return { under, items: content.items.filter((item) => item.under === under) };
}

/** The place in the form of a JSON pointer into the document of an entry. */
export function placeOf(path: string, content: EntryContent): EntryPlace {
  const [, list, first, ...rest] = path.split('/');
  const index = Number(first);
  if (list === 'grades' || list === 'gates') {
    const grades = [...new Set(content.routes.map(({ grade }) => grade))];
    return { step: 'grades', row: list === 'grades' ? (grades[index] ?? '') : '', field: list };
  }
  if (list === 'basicPoints' || list === 'bonusPoints' || list === 'tablePoints')
    return { step: 'parts', row: '', field: list };
  if (list === 'policies') return { step: 'grades', row: '', field: 'policies' };
  if (list !== 'sections') return SOURCE;
  const part = content.parts[index]?.id ?? '';
  if (rest[0] !== 'groups') return { step: 'parts', row: part, field: rest[0] ?? '' };
  const { under, items } = itemsAt(content, index, Number(rest[1]));
  if (rest[2] !== 'items') return { step: 'parts', row: under ?? part, field: rest[2] ?? '' };
  const item = items[Number(rest[3])];
  return { step: 'items', row: item?.id ?? '', field: rest.slice(4).join('.') };
}
