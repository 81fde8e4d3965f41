import { formatPoints } from '../points';
import {
  CONDITIONS,
  GATES,
  GENERAL,
  GRADES,
  NOTES_SHEET,
  SCORING,
  SOURCES,
  type ScoringKey,
} from './columns';
import { FIELDS, LEVELS, PROVENANCE, RULE_KINDS, type FieldKey } from './vocabulary';
import { field, GUIDE, sheetOf, USUAL, type SchemeTable } from './write-table';

/** One deduction as a foreign table words it; without an amount a person has to say what it takes. */
interface DraftRule {
  readonly text: string;
  readonly kind?: 'fixed' | 'per_missing' | 'per_finding';
  /** Hundredths of a point. */
  readonly amount?: number;
}

interface DraftItem {
  readonly clause: string;
  readonly topic: string;
  readonly asked: string;
  /** Hundredths of a point. */
  readonly points: number;
  readonly rules: readonly DraftRule[];
  readonly evidence: string;
}

/** What could be read of a scoring table that is no workbook of ours. */
export interface DraftScheme {
  readonly title: string;
  readonly sections: readonly { readonly title: string; readonly items: readonly DraftItem[] }[];
  /** Lines for the first sheet: what was read and what is still to be filled in. */
  readonly remarks: readonly string[];
}

type Cells = Partial<Record<ScoringKey, string>>;

function itemRows({ rules, ...item }: DraftItem, id: string): Cells[] {
  const ruleCells = rules.map(({ text, kind, amount }): Cells => ({
    ruleText: text,
    ruleKind: kind === undefined ? '' : RULE_KINDS[kind],
    amount: amount === undefined ? '' : formatPoints(amount),
  }));
  const [first = {}, ...further] = ruleCells;
  const { clause, topic, asked, evidence } = item;
  const points = formatPoints(item.points);
  const provenance = PROVENANCE.entered;
  return [
    { level: LEVELS.item, id, clause, topic, asked, evidence, points, provenance, ...first },
    ...further,
  ];
}

/** A workbook in which what was read of a foreign table stands where it belongs; the rest is to be filled in. */
export const draftSchemeTable = ({ title, sections, remarks }: DraftScheme): SchemeTable => {
  const sumOf = (items: readonly DraftItem[]): number =>
    items.reduce((sum, { points }) => sum + points, 0);
  const basic = sumOf(sections.flatMap(({ items }) => items));
  const known: Partial<Record<FieldKey, string>> = {
    ...USUAL,
    title,
    basis: title,
    basicPoints: formatPoints(basic),
    bonusPoints: '0',
  };
  const rows = sections.flatMap((section, at): Cells[] => {
    const id = String(at + 1);
    const points = formatPoints(sumOf(section.items));
    return [
      { level: LEVELS.section, id, title: section.title, points, provenance: PROVENANCE.entered },
      ...section.items.flatMap((item, index) => itemRows(item, `${id}.${String(index + 1)}`)),
    ];
  });
  const keys = Object.keys(FIELDS) as FieldKey[];
  return {
    notes: { name: NOTES_SHEET, lines: [...remarks, ...GUIDE] },
    sheets: [
      sheetOf(
        GENERAL,
        keys.map((key) => field(key, known[key] ?? '')),
      ),
      ...[SOURCES, CONDITIONS, GRADES, GATES].map((spec) => sheetOf<string>(spec, [])),
      sheetOf(SCORING, rows),
    ],
  };
};
