import type { EntryContent, EntryItem, EntryPart, EntryRule } from '@liangxing/scheme';
import { freeLetter, newItem, readHundredths } from './entry';

/** The cells of a range that was copied from a spreadsheet: tabs and lines, a cell with either in quotes. */
export function cellsOf(text: string): readonly (readonly string[])[] {
  const rows: string[][] = [[]];
  let cell = '';
  let isQuoted = false;
  const push = (): void => {
    rows.at(-1)?.push(cell.trim());
    cell = '';
  };
  const source = text.replace(/\r\n?/g, '\n');
  for (let at = 0; at < source.length; at += 1) {
    const character = source.charAt(at);
    if (isQuoted) {
      if (character !== '"') cell += character;
      else if (source.charAt(at + 1) === '"') cell += source.charAt((at += 1));
      else isQuoted = false;
    } else if (character === '"' && cell === '') isQuoted = true;
    else if (character === '\t') push();
    else if (character === '\n') {
      push();
      rows.push([]);
    } else cell += character;
  }
  push();
  return rows.filter((row) => row.some((one) => one !== ''));
}

const HEADS = {
  id: /^(编号|序号|条款号?)$/,
  topic: /^(评价内容|项目|评价项目|内容|名称|部分)$/,
  asked: /^(评价要求|要求|具体要求)$/,
  points: /^(分值|规定得分|标准分|满分|分数)$/,
  rules: /^(扣分标准|评分标准|评分细则|扣分)$/,
} as const;
type Column = keyof typeof HEADS;

interface Columns {
  readonly places: Partial<Record<Column, number>>;
  readonly rows: readonly (readonly string[])[];
}

/** Columns by their heads where the first row has any, else in the order that the page names. */
function columnsOf(rows: readonly (readonly string[])[], order: readonly Column[]): Columns {
  const places: Partial<Record<Column, number>> = {};
  rows[0]?.forEach((head, index) => {
    const plain = head.replace(/\s/g, '');
    const column = (Object.keys(HEADS) as Column[]).find((name) => HEADS[name].test(plain));
    if (column !== undefined) places[column] ??= index;
  });
  if (Object.keys(places).length >= 2) return { places, rows: rows.slice(1) };
  return { places: Object.fromEntries(order.map((column, index) => [column, index])), rows };
}

/** 编号, 名称, 分值. */
export function pastedParts(text: string): readonly EntryPart[] {
  const { places, rows } = columnsOf(cellsOf(text), ['id', 'topic', 'points']);
  const cell = (row: readonly string[], column: Column): string => row[places[column] ?? -1] ?? '';
  return rows.map((row) => ({
    id: cell(row, 'id'),
    title: cell(row, 'topic'),
    points: readHundredths(cell(row, 'points')) ?? null,
    bonus: false,
    factor: null,
  }));
}

/** 编号, 评价内容, 评价要求, 分值, 扣分标准; each belongs to the part or group that its number begins with. */
export function pastedItems(
  text: string,
  { parts, groups }: Pick<EntryContent, 'parts' | 'groups'>,
): readonly EntryItem[] {
  const { places, rows } = columnsOf(cellsOf(text), ['id', 'topic', 'asked', 'points', 'rules']);
  const cell = (row: readonly string[], column: Column): string => row[places[column] ?? -1] ?? '';
  const above = [...groups, ...parts].map(({ id }) => id).sort((a, b) => b.length - a.length);
  return rows.map((row) => {
    const id = cell(row, 'id');
    const under = above.find((part) => id === part || id.startsWith(`${part}.`)) ?? '';
    return {
      ...newItem(id, under),
      topic: cell(row, 'topic'),
      asked: cell(row, 'asked'),
      points: readHundredths(cell(row, 'points')) ?? null,
      rules: pastedRules(cell(row, 'rules')),
    };
  });
}

/** 每缺一项扣 1 分；未发布扣 2 分: one rule for each sentence; what it does not say plainly stays empty. */
function pastedRules(text: string): readonly EntryRule[] {
  const rules: EntryRule[] = [];
  for (const sentence of text.split(/[；;。\n]+/)) {
    const words = sentence.trim();
    if (words === '') continue;
    const amounts = [...words.matchAll(/扣\s*(\d{1,4}(?:\.\d{1,2})?)\s*分/g)];
    const amount = amounts.length === 1 ? Math.round(Number(amounts[0]?.[1]) * 100) : null;
    const each = /每(缺|少)/.test(words) ? 'per_missing' : 'per_finding';
    rules.push({
      id: freeLetter(rules.map(({ id }) => id)),
      kind: words.includes('每') ? each : 'fixed',
      ...{ text: words, amount, max: null, steps: [] },
      beyond: words.includes('追加扣'),
    });
  }
  return rules;
}
