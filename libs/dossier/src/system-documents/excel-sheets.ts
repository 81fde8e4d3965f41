import {
  listTable,
  nodeTable,
  statisticsTable,
  type PlainRow,
  type PlainTable,
} from './plain-tables';
import {
  EMPTY_LIST,
  pointAsks,
  pointTitle,
  SYSTEM_DOCUMENT_TITLES,
  type SystemDocument,
  type SystemDocumentKind,
} from './system-document';

/** One sheet of a workbook. */
export interface Sheet {
  readonly name: string;
  readonly caption: string;
  readonly table: PlainTable;
  readonly note: string;
}

/** Characters that the highest row of a sheet still shows. */
const MOST_CHARACTERS = 700;

/** A long paragraph in parts that end with a sentence where one ends in time. */
const partsOf = (text: string): readonly string[] => {
  if (text.length <= MOST_CHARACTERS) return [text];
  const stop = text.lastIndexOf('。', MOST_CHARACTERS - 1) + 1;
  // Never between the two halves of one character.
  const whole = /[\uD800-\uDBFF]$/.test(text.slice(0, MOST_CHARACTERS)) ? -1 : 0;
  const end = stop > 0 ? stop : MOST_CHARACTERS + whole;
  return [text.slice(0, end), ...partsOf(text.slice(end))];
};

/** A row per paragraph: no row is higher than a sheet can show. */
const noteRows = ({ notes }: SystemDocument): PlainRow[] =>
  notes.flatMap((point, index) =>
    [...point.text.split('\n'), pointAsks(point)]
      .flatMap((text) => partsOf(text.trim()))
      .filter((text) => text !== '')
      .map((text, line): PlainRow => {
        const title = line === 0 ? pointTitle(point, index) : '';
        return { kind: 'body', cells: [title, text] };
      }),
  );

const sheets: Readonly<Record<SystemDocumentKind, (document: SystemDocument) => readonly Sheet[]>> =
  {
    diagram: ({ nodes }) => [
      {
        name: '结构',
        caption: SYSTEM_DOCUMENT_TITLES.diagram,
        table: nodeTable(nodes),
        note: '各行的数包含其下级；应有数含拟制定标准和尚缺的必备标准。图形见 PDF、Word、SVG 或 PNG 文件。',
      },
    ],
    list: ({ list }) => [
      {
        name: '明细表',
        caption: SYSTEM_DOCUMENT_TITLES.list,
        table: listTable(list),
        note: list.groups.length === 0 ? EMPTY_LIST : '',
      },
    ],
    statistics: ({ statistics }) =>
      statistics.map((table, index) => ({
        name: `统计表${index + 1}`,
        caption: table.title,
        table: statisticsTable(table),
        note: table.note,
      })),
    notes: (document) => [
      {
        name: '编制说明',
        caption: SYSTEM_DOCUMENT_TITLES.notes,
        table: {
          columns: [
            { heading: '条目', weight: 25 },
            { heading: '内容', weight: 75 },
          ],
          rows: noteRows(document),
        },
        note: '',
      },
    ],
  };

/** What the workbook of one document holds, sheet by sheet. */
export const sheetsOf = (kind: SystemDocumentKind, document: SystemDocument): readonly Sheet[] =>
  sheets[kind](document);
