import { problemAt, type ParsedPack, type RawPath } from './parse';
import type { SchemeProblem } from './problem';

/** Lists whose entries are told apart by id. `sections`, `groups` and `items` are unique in the whole pack. */
const PACK_WIDE = new Set(['sections', 'groups', 'items']);

interface Entry {
  readonly list: string;
  readonly id: string;
  readonly path: RawPath;
}

/** Every entry that has an id, with the list it stands in. */
const entries = (value: unknown, path: RawPath, list: string | null): Entry[] => {
  if (Array.isArray(value))
    return value.flatMap((part: unknown, index) => entries(part, [...path, index], list));
  if (typeof value !== 'object' || value === null) return [];
  const own: Entry[] =
    list !== null && 'id' in value && typeof value.id === 'string'
      ? [{ list, id: value.id, path }]
      : [];
  return [
    ...own,
    ...Object.entries(value).flatMap(([key, part]) => entries(part, [...path, key], key)),
  ];
};

const duplicate = (pack: ParsedPack, entry: Entry): SchemeProblem =>
  problemAt(
    pack,
    [...entry.path, 'id'],
    'duplicate_id',
    { 'zh-CN': `编号“${entry.id}”重复。`, en: `The id "${entry.id}" stands twice.` },
    {
      'zh-CN': '改成没有用过的编号；已发布的编号不要挪给别的内容。',
      en: 'Give one of them an id that was never used; never move a published id to other content.',
    },
  );

/** Ids that stand twice: items anywhere in the pack; rules, choices, routes and others in their own list. */
export const duplicateIdProblems = (pack: ParsedPack): SchemeProblem[] => {
  const seen = new Set<string>();
  return entries(pack.data, [], null).flatMap((entry) => {
    const scope = PACK_WIDE.has(entry.list) ? '' : JSON.stringify(entry.path.slice(0, -1));
    const key = `${entry.list} ${entry.id} ${scope}`;
    if (seen.has(key)) return [duplicate(pack, entry)];
    seen.add(key);
    return [];
  });
};
