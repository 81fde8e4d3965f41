import type { Scheme } from '../scheme';
import { SCORING } from './columns';
import type { Places } from './places';
import { localized, repeated } from './read-general';
import { originOf } from './read-grades';
import { readReadiness } from './readiness-columns';
import { RuleDrafts } from './read-rules';
import type { ItemDraft, Origin, ScoringRow } from './scoring-drafts';
import { readRows, type Findings, type TableSheet } from './sheet-cursor';
import { LEVELS, MODES, NO_TEXT, valueOf } from './vocabulary';

interface GroupDraft extends Origin {
  readonly id: string;
  readonly items: ItemDraft[];
  readonly [field: string]: unknown;
}
interface SectionDraft extends Origin {
  readonly id: string;
  readonly title: Record<string, string>;
  readonly points: number;
  readonly bonus: boolean;
  readonly groups: GroupDraft[];
}

const NUMBER = /^[A-Za-z0-9]+([.][A-Za-z0-9]+)*$/;
/** Columns that belong to an item and stand in its first row. */
const ITEM_COLUMNS = ['id', 'topic', 'asked', 'points'] as const;

/** The scoring table, row by row: parts, items, and under each item its deductions. */
export class ScoringReader {
  private readonly sections: SectionDraft[] = [];
  private readonly seen = new Set<string>();
  private readonly rules: RuleDrafts;
  private itemRow: ScoringRow | undefined;
  /** Rows below a part that could not be read belong to nothing. */
  private isLost = false;

  constructor(
    private readonly kind: Scheme['kind'],
    private readonly findings: Findings,
    private readonly places: Places,
  ) {
    this.rules = new RuleDrafts(places);
  }

  read(sheets: readonly TableSheet[]): readonly SectionDraft[] {
    const before = this.findings.problems.length;
    const rows = readRows(sheets, SCORING, this.findings);
    if (rows.length === 0 && this.findings.problems.length === before)
      this.findings.add(
        noPlace,
        'section_empty',
        { 'zh-CN': '评价表没有内容。', en: 'The sheet 评价表 is empty.' },
        {
          'zh-CN': '按表头逐行填写部分、项目和扣分标准。',
          en: 'Fill in parts, items and deductions row by row.',
        },
      );
    for (const row of rows) this.take(row);
    this.sections.forEach(({ id, groups }, index) => {
      if (groups.some(({ items }) => items.length > 0)) return;
      const place = this.places.find(`/sections/${String(index)}`);
      if (place)
        this.findings.add(
          place,
          'section_empty',
          { 'zh-CN': `部分“${id}”没有项目。`, en: `The part "${id}" has no items.` },
          {
            'zh-CN': '在它下面写项目，或删除这一部分。',
            en: 'Write its items below it, or delete it.',
          },
        );
    });
    return this.sections;
  }

  private take(row: ScoringRow): void {
    const word = row.cell('level');
    if (word === '' || (valueOf(LEVELS, word) === 'item' && this.isFilledDown(row)))
      this.takeRule(row);
    else {
      const level = row.word('level', LEVELS);
      this.isLost = level === undefined;
      if (level === undefined) this.loseSums();
      if (level === 'section' || level === 'bonus') this.openSection(row, level === 'bonus');
      else if (level === 'group') this.openGroup(row);
      else if (level === 'item') this.openItem(row);
    }
  }

  /** A cell merged over several rows reads as the same text in each of them. */
  private isFilledDown(row: ScoringRow): boolean {
    const above = this.itemRow;
    return above !== undefined && ITEM_COLUMNS.every((key) => above.cell(key) === row.cell(key));
  }

  private takeRule(row: ScoringRow): void {
    const item = this.item();
    if (item !== undefined) this.rules.take(row, item.draft, item.at);
    else if (!this.isLost)
      this.misplaced(row, '扣分标准没有所属的项目', 'This deduction belongs to no item');
  }

  private openSection(row: ScoringRow, bonus: boolean): void {
    this.itemRow = undefined;
    const at = `/sections/${String(this.sections.length)}`;
    this.sections.push({ ...this.headOf(row, at), bonus, groups: [] });
  }

  private openGroup(row: ScoringRow): void {
    this.itemRow = undefined;
    const section = this.sections.at(-1);
    if (section === undefined) {
      this.isLost = true;
      this.misplaced(row, '分项没有所属的部分', 'This group belongs to no part');
      return;
    }
    const at = `${this.sectionPath()}/groups/${String(section.groups.length)}`;
    const subsystem2003 = row.text('subsystem2003', 200);
    const area2017 = row.text('area2017', 200);
    section.groups.push({
      ...this.headOf(row, at, section),
      items: [],
      ...(subsystem2003 === undefined ? {} : { subsystem2003 }),
      ...(area2017 === undefined ? {} : { area2017 }),
    });
  }

  private headOf(row: ScoringRow, at: string, around?: Origin) {
    this.place(row, at);
    this.places.set(`${at}/title`, row.place('title'));
    const title = row.needed('title', 2000) ?? '—';
    return {
      id: this.numberOf(row, at, around !== undefined ? 'group' : 'section'),
      title: localized(title, row.text('titleEn', 2000)),
      points: this.pointsOf(row, at),
      ...this.factorOf(row, at),
      ...originOf(row, 'provenance', 'source', around),
    };
  }

  private openItem(row: ScoringRow): void {
    const section = this.sections.at(-1);
    this.itemRow = undefined;
    if (section === undefined) {
      this.isLost = true;
      this.misplaced(row, '项目没有所属的部分', 'This item belongs to no part');
      return;
    }
    if (section.groups.length === 0) this.openOwnGroup(section);
    const group = section.groups.at(-1);
    if (group === undefined) return;
    this.itemRow = row;
    const at = `${this.sectionPath()}/groups/${String(section.groups.length - 1)}/items/${String(group.items.length)}`;
    const item = this.itemOf(row, at);
    group.items.push(item);
    this.rules.begin();
    this.rules.take(row, item, at);
  }

  /** A part without groups has one of its own number. */
  private openOwnGroup({ id, title, points, provenance, source, groups }: SectionDraft): void {
    const at = this.sectionPath();
    this.places.set(`${at}/groups/0/points`, this.places.find(`${at}/points`) ?? noPlace);
    if (this.places.isBrokenBelow(`${at}/points`)) this.places.break(`${at}/groups/0/points`);
    groups.push({
      id,
      title,
      points,
      provenance,
      ...(source === undefined ? {} : { source }),
      items: [],
    });
  }

  private itemOf(row: ScoringRow, at: string): ItemDraft {
    this.place(row, at);
    for (const key of ['topic', 'asked', 'evidence', 'mode', 'nodes', 'records'] as const)
      this.places.set(`${at}/${key}`, row.place(key));
    const clause = row.text('clause', 200);
    const mode = row.word('mode', MODES);
    const topic = row.needed('topic', 2000) ?? '—';
    const asked = row.needed('asked', 2000) ?? '—';
    const english = row.lines('evidenceEn').map((line) => (line === NO_TEXT ? undefined : line));
    const evidence = row.lines('evidence').map((line, index) => localized(line, english[index]));
    return {
      id: this.numberOf(row, at, 'item'),
      ...(clause === undefined ? {} : { clause }),
      topic: localized(topic, row.text('topicEn', 2000)),
      asked: localized(asked, row.text('askedEn', 2000)),
      evidence,
      points: this.pointsOf(row, at, mode === 'readiness' || this.kind === 'readiness'),
      star: row.cell('star') !== '',
      ...(mode === undefined ? {} : { mode }),
      ...listOf(row, 'nodes'),
      ...listOf(row, 'records'),
      ...readReadiness(row, at, this.places),
      ...originOf(row, 'provenance', 'source'),
      rules: [],
    };
  }

  private numberOf(row: ScoringRow, at: string, list: string): string {
    this.places.set(`${at}/id`, row.place('id'));
    const spare = `x${String(this.seen.size)}`;
    if (row.cell('id') === '') row.missing('id');
    const id = row.matching('id', NUMBER, 30, {
      'zh-CN': '写成 2、2.4、2.4.3 或 B1.2 这样的编号。',
      en: 'Write a number such as 2, 2.4, 2.4.3 or B1.2.',
    });
    const key = `${list} ${id ?? spare}`;
    const isRepeated = this.seen.has(key);
    if (id !== undefined && isRepeated) repeated(row, 'id', id);
    this.seen.add(isRepeated ? `${list} ${spare}` : key);
    if (id !== undefined && !isRepeated) return id;
    this.places.break(`${at}/id`);
    return spare;
  }

  private pointsOf(row: ScoringRow, at: string, isOptional = this.kind === 'readiness'): number {
    this.places.set(`${at}/points`, row.place('points'));
    const points = row.points('points');
    if (points !== undefined) return points;
    if (row.cell('points') === '') {
      if (isOptional) return 0;
      row.missing('points');
    }
    this.places.break(`${at}/points`);
    return 0;
  }

  private factorOf(row: ScoringRow, at: string): { readonly factor?: number } {
    this.places.set(`${at}/factor`, row.place('factor'));
    const factor = row.points('factor');
    return factor === undefined ? {} : { factor };
  }

  private place(row: ScoringRow, at: string): void {
    this.places.set(at, row.place('id'));
    this.places.set(`${at}/source`, row.place('source'));
  }

  private sectionPath(): string {
    return `/sections/${String(this.sections.length - 1)}`;
  }

  private misplaced(row: ScoringRow, zh: string, en: string): void {
    this.loseSums();
    row.problem(
      'level',
      'row_order',
      { 'zh-CN': `${zh}。`, en: `${en}.` },
      {
        'zh-CN': '按“部分—（分项）—项目—扣分标准”的顺序排列各行，并填写“类别”。',
        en: 'Order the rows as 部分, (分项), 项目, then its deductions, and fill in 类别.',
      },
    );
  }

  /** What stands in a row that belongs to nothing is missing in every sum. */
  private loseSums(): void {
    this.places.break('/basicPoints');
    this.places.break('/bonusPoints');
    this.sections.forEach(({ groups }, index) => {
      const at = `/sections/${String(index)}`;
      this.places.break(`${at}/points`);
      groups.forEach((_group, g) => {
        this.places.break(`${at}/groups/${String(g)}/points`);
      });
    });
  }

  private item(): { draft: ItemDraft; at: string } | undefined {
    if (this.itemRow === undefined || this.isLost) return undefined;
    const groups = this.sections.at(-1)?.groups ?? [];
    const items = groups.at(-1)?.items ?? [];
    const draft = items.at(-1);
    const at = `${this.sectionPath()}/groups/${String(groups.length - 1)}/items/${String(items.length - 1)}`;
    return draft && { draft, at };
  }
}

/** One entry for each line; an empty cell is no list. */
function listOf(row: ScoringRow, key: 'nodes' | 'records'): Record<string, readonly string[]> {
  const entries = row.lines(key);
  return entries.length === 0 ? {} : { [key]: entries };
}

const noPlace = { sheet: SCORING.name, row: null, column: null, head: null };
