import type { Places } from './places';
import { localized, repeated, shortId } from './read-general';
import { nextFree, originOf } from './read-grades';
import type { ItemDraft, OptionDraft, RuleDraft, ScoringRow } from './scoring-drafts';
import { RULE_KINDS, YES_NO, type TableRuleKind } from './vocabulary';

const RULE_COLUMNS = ['ruleId', 'ruleKind', 'ruleText'] as const;
const SAME_FACT = [
  ['sameFactAs', 'sameFact'],
  ['mostDirect', 'mostDirect'],
] as const;
const RULE_ID = /^[A-Za-z0-9]+([.][A-Za-z0-9]+)*-[a-z0-9]+(_[a-z0-9]+)*$/;
const OPTION_COLUMNS = ['optionId', 'option', 'percent', 'optionEn'] as const;

/** `a`, `b`, … `z`, `a2`, …: what a rule or a choice is called where nothing was written. */
export function* letters(): Generator<string> {
  for (let round = 1; ; round++)
    for (const letter of 'abcdefghijklmnopqrstuvwxyz')
      yield round === 1 ? letter : `${letter}${String(round)}`;
}

/** Links to deductions for the same fact, and whether this one is the most direct. */
function sameFactOf(row: ScoringRow): { sameFactAs?: string[]; mostDirect?: true } {
  const written = row.list('sameFact').map((id) => id.normalize('NFKC'));
  const ids = written.filter((id) => id.length <= 61 && RULE_ID.test(id));
  const wrong = written.find((id) => !ids.includes(id));
  if (wrong !== undefined)
    row.problem(
      'sameFact',
      'cell_pattern',
      { 'zh-CN': `“${wrong}”的写法不对。`, en: `"${wrong}" is not written as it should be.` },
      {
        'zh-CN': '写“项目编号-规则编号”，例如 2.8.1-a，多条以顿号分开。',
        en: 'Write item and rule, such as 2.8.1-a, several apart by 、.',
      },
    );
  return {
    ...(ids.length === 0 ? {} : { sameFactAs: ids }),
    ...(row.word('mostDirect', YES_NO) === 'true' ? { mostDirect: true as const } : {}),
  };
}

/** The deductions of one item, one row each; bands and choices in rows below their rule. */
export class RuleDrafts {
  private open: { rule: RuleDraft; at: string } | undefined;
  /** Options below a rule that could not be read belong to nothing. */
  private isLost = false;

  constructor(private readonly places: Places) {}

  /** A new item: rows of options no longer belong to the rule before it. */
  begin(): void {
    this.open = undefined;
    this.isLost = false;
  }

  take(row: ScoringRow, item: ItemDraft, itemAt: string): void {
    const isRule = RULE_COLUMNS.some((key) => row.cell(key) !== '');
    const isOption = OPTION_COLUMNS.some((key) => row.cell(key) !== '');
    if (isRule) this.openRule(row, item, itemAt);
    if (isOption) this.takeOption(row);
    else if (!isRule || this.open?.rule.choices || this.open?.rule.bands) this.refuseLoose(row);
  }

  private openRule(row: ScoringRow, item: ItemDraft, itemAt: string): void {
    const at = `${itemAt}/rules/${String(item.rules.length)}`;
    this.open = undefined;
    this.places.set(at, row.place('ruleText'));
    for (const key of ['deduct', 'award'] as const)
      this.places.set(`${at}/${key}`, row.place('amount'));
    this.places.set(`${at}/max`, row.place('max'));
    this.places.set(`${at}/kind`, row.place('ruleKind'));
    this.places.set(`${at}/source`, row.place('ruleSource'));
    for (const [key, column] of SAME_FACT) this.places.set(`${at}/${key}`, row.place(column));
    const kind = row.neededWord('ruleKind', RULE_KINDS);
    const text = row.needed('ruleText', 2000) ?? '—';
    this.isLost = kind === undefined;
    if (kind === undefined) {
      // What it would take or give is not known either.
      this.places.break(`${itemAt}/rules`);
      return;
    }
    const taken = new Set(item.rules.map(({ id }) => id));
    const written = shortId(row, 'ruleId');
    if (written !== undefined && taken.has(written)) {
      repeated(row, 'ruleId', written);
      this.isLost = true;
      return;
    }
    const rule: RuleDraft = {
      id: written ?? nextFree(taken, letters()),
      text: localized(text, row.text('ruleTextEn', 2000)),
      ...this.figures(row, kind, at),
      ...this.beyond(row, at),
      ...originOf(row, 'ruleProvenance', 'ruleSource', item),
      ...sameFactOf(row),
    };
    item.rules.push(rule);
    this.open = { rule, at };
  }

  private figures(
    row: ScoringRow,
    kind: TableRuleKind,
    at: string,
  ): { kind: string } & Record<string, unknown> {
    if (kind === 'choice') return { kind, choices: [] };
    if (kind === 'rate') return { kind, bands: [] };
    const amountKey = kind === 'award' || kind === 'award_each' ? 'award' : 'deduct';
    const amount = this.points(row, 'amount', `${at}/${amountKey}`, true) ?? 0;
    if (kind === 'fixed') {
      this.unused(row, 'max');
      return { kind, deduct: amount };
    }
    const max = this.points(row, 'max', `${at}/max`, false);
    const cap = max === undefined ? {} : { max };
    if (amountKey === 'deduct') return { kind, deduct: amount, ...cap };
    return { kind: 'award', award: amount, perEach: kind === 'award_each', ...cap };
  }

  private beyond(row: ScoringRow, at: string): { readonly beyondItem?: true } {
    this.places.set(`${at}/beyondItem`, row.place('beyond'));
    return row.word('beyond', YES_NO) === 'true' ? { beyondItem: true } : {};
  }

  private takeOption(row: ScoringRow): void {
    const { rule, at } = this.open ?? {};
    const options = rule?.choices ?? rule?.bands;
    if (this.isLost) return;
    if (rule === undefined || options === undefined) {
      if (rule !== undefined || RULE_COLUMNS.every((key) => row.cell(key) === ''))
        row.problem(
          OPTION_COLUMNS.find((key) => row.cell(key) !== '') ?? 'option',
          'cell_unused',
          {
            'zh-CN': '这一档没有所属的“分档扣分”或“按比率扣分”。',
            en: 'This step belongs to no 分档扣分 or 按比率扣分.',
          },
          {
            'zh-CN': '把它写在所属扣分标准的下面，或改上面的“扣分方式”。',
            en: 'Put it below its deduction, or change 扣分方式 above.',
          },
        );
      return;
    }
    const list = rule.choices ? 'choices' : 'bands';
    const path = `${String(at)}/${list}/${String(options.length)}`;
    this.places.set(path, row.place(rule.choices ? 'option' : 'percent'));
    const deduct = this.points(row, 'amount', `${path}/deduct`, true) ?? 0;
    if (rule.choices) this.takeChoice(row, options, deduct);
    else {
      if (row.cell('percent') === '') row.missing('percent');
      const percent = row.percent('percent');
      if (percent === undefined) this.places.break(path);
      options.push({ atLeastPercent: percent ?? 0, deduct });
    }
  }

  private takeChoice(row: ScoringRow, choices: OptionDraft[], deduct: number): void {
    const taken = new Set(choices.map(({ id }) => String(id)));
    const written = shortId(row, 'optionId');
    if (written !== undefined && taken.has(written)) repeated(row, 'optionId', written);
    const isFree = written !== undefined && !taken.has(written);
    const label = localized(row.needed('option', 2000) ?? '—', row.text('optionEn', 2000));
    choices.push({ id: isFree ? written : nextFree(taken, letters()), label, deduct });
  }

  private points(
    row: ScoringRow,
    key: 'amount' | 'max',
    at: string,
    isNeeded: boolean,
  ): number | undefined {
    this.places.set(at, row.place(key));
    const points = row.points(key);
    if (points !== undefined) return points;
    if (row.cell(key) === '') {
      if (!isNeeded) return undefined;
      row.missing(key);
    }
    this.places.break(at);
    return undefined;
  }

  /** A figure beside no deduction would be lost without a word. */
  private refuseLoose(row: ScoringRow): void {
    for (const key of ['amount', 'max'] as const) this.unused(row, key);
  }

  private unused(row: ScoringRow, key: 'amount' | 'max'): void {
    if (row.cell(key) === '') return;
    row.problem(
      key,
      'cell_unused',
      { 'zh-CN': '这个数没有用处。', en: 'This figure has no use here.' },
      {
        'zh-CN': '补上扣分方式和扣分标准，或清空这一格；“扣分”不用写“最多”。',
        en: 'Fill in 扣分方式 and 扣分标准, or empty this cell; a plain 扣分 needs no 最多.',
      },
    );
  }
}
