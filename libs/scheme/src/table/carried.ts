import { listItems } from '../lookup';
import type { ProblemText } from '../pack/problem';
import type { Scheme, SchemeItem } from '../scheme';

/** A cell holds its text without the space around it, and one kind of line break. */
export const cellText = (text: string): string => text.replace(/\r\n?/g, '\n').trim();

/** One line of a cell that holds a list. */
const lineText = (text: string): string => text.replace(/\s*\n\s*/g, ' ').trim();

const mapText = (value: unknown): unknown => {
  if (typeof value === 'string') return cellText(value);
  if (Array.isArray(value)) return value.map(mapText);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, part]) => [key, mapText(part)]));
};

const lines = (value: unknown): unknown =>
  typeof value === 'string'
    ? lineText(value)
    : Object.fromEntries(
        Object.entries(value as object).map(([key, part]) => [key, lineText(String(part))]),
      );

/** Without the items that serve it: they have no column. */
const withoutServing = ({ readinessItems: _serving, ...item }: SchemeItem): SchemeItem => item;

const carriedItem = (item: SchemeItem): SchemeItem => ({
  ...item,
  evidence: item.evidence.map(lines) as SchemeItem['evidence'],
});

/** The scheme without what has no column: rules by measured figures, who entered it and what serves it. */
const withColumns = ({ entered: _entered, ...scheme }: Scheme): Scheme => ({
  ...scheme,
  sections: scheme.sections.map((section) => ({
    ...section,
    groups: section.groups.map((group) => ({
      ...group,
      items: group.items.map((item) => ({
        ...withoutServing(item),
        rules: item.rules.filter(({ kind }) => kind !== 'band'),
      })),
    })),
  })),
});

/** The scheme as a workbook can say it: what has a column, lists with one line for each entry. */
export const carriedScheme = (scheme: Scheme): Scheme => {
  const plain = mapText(withColumns(scheme)) as Scheme;
  return {
    ...plain,
    basis: plain.basis.map(lineText),
    terms: Object.fromEntries(
      Object.entries(plain.terms).map(([name, word]) => [name, lineText(word)]),
    ),
    ...(plain.conditions && {
      conditions: plain.conditions.map((condition) => ({
        ...condition,
        proof: condition.proof.map(lines) as SchemeItem['evidence'],
      })),
    }),
    sections: plain.sections.map((section) => ({
      ...section,
      groups: section.groups.map((group) => ({ ...group, items: group.items.map(carriedItem) })),
    })),
  };
};

/** What of this scheme its workbook does not carry, one sentence each; empty where it carries everything. */
export const notCarried = (scheme: Scheme): readonly ProblemText[] => {
  const items = listItems(scheme).map(({ item }) => item);
  const bands = items.flatMap(({ rules }) => rules.filter(({ kind }) => kind === 'band'));
  const columns = withColumns(scheme);
  const isSame = JSON.stringify(columns) === JSON.stringify(carriedScheme(scheme));
  const ids = bands.map(({ id }) => id);
  return [
    ...(bands.length === 0
      ? []
      : [
          {
            'zh-CN': `按指标分档加分的规则（${ids.join('、')}）不在本表中，导入后须另行处理。`,
            en: `Rules that give points by measured figures (${ids.join(', ')}) are not in this table.`,
          },
        ]),
    ...(scheme.entered === undefined
      ? []
      : [
          {
            'zh-CN': '录入人、核对人和与准备情况项目的对应关系不在本表中。',
            en: 'Who entered and checked the table, and the readiness items that serve it, are not in this table.',
          },
        ]),
    ...(isSame
      ? []
      : [
          {
            'zh-CN': '文字首尾的空格、依据和证实材料条目内部的换行不在本表中保留。',
            en: 'Spaces around texts and line breaks inside entries of lists are not kept.',
          },
        ]),
  ];
};
