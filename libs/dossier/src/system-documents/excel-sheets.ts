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

/** A row per paragraph: no row is higher than a sheet can show. */
const noteRows = ({ notes }: SystemDocument): PlainRow[] =>
  notes.flatMap((point, index) =>
    [...point.text.split('\n'), pointAsks(point)]
      .filter((text) => text.trim() !== '')
      .map((text, line): PlainRow => {
        const title = line === 0 ? pointTitle(point, index) : '';
        return { kind: 'body', cells: [title, text.trim()] };
      }),
  );

const sheets: Readonly<Record<SystemDocumentKind, (document: SystemDocument) => readonly Sheet[]>> =
  {
    diagram: ({ nodes }) => [
      {
        name: '结构',
        caption: SYSTEM_DOCUMENT_TITLES.diagram,
        table: nodeTable(nodes),
        note: '各行的数包含其下级；应有数含拟制定标准。图形见 PDF、Word、SVG 或 PNG 文件。',
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
