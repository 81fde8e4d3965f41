import type { StandardLevel } from '@liangxing/standard-number';
import { matchName } from '../../match-name';
import type { BilingualText, StructureTemplateId, StructureTree } from '../../structure';
import { STRUCTURE_TEMPLATES } from '../../templates/index';
import { labelOf } from '../node-checks';
import { indexNodes, keyPath, type NodeIndex } from '../node-index';
import type { SystemNode, SystemState } from '../standard-system';
import { StructureProblem } from '../structure-problem';
import { systemFromTemplate } from '../system-tree';
import { MOVE_2003_2017, PRODUCT_NODE, SPLIT_REASONS } from './map-2003-2017';

/** A standard as far as its new place depends on it. */
export interface MoveStandard {
  readonly id: string;
  readonly title: string;
  readonly level: StandardLevel;
}

/** Standards of one old node that go to the same new place for the same reason. */
export interface MoveRow {
  /** Stable for the same register: old node and new place. */
  readonly id: string;
  readonly fromKey: string;
  /** Keys of the new template, the main one first; empty: no place is known, a person chooses. */
  readonly toKey: readonly string[];
  readonly standards: readonly string[];
  /** 0 to 1, the lowest of the row. */
  readonly confidence: number;
  readonly reason: BilingualText;
}

export interface MovePlan {
  readonly from: StructureTemplateId;
  readonly to: StructureTemplateId;
  /** In the order of the old structure. */
  readonly rows: readonly MoveRow[];
  /** Standards that had no place before; they have none afterwards either. */
  readonly unplaced: readonly string[];
  /** Own nodes of the old system; the new one starts from its template without them. */
  readonly ownNodes: readonly string[];
}

interface Target {
  readonly to: readonly string[];
  readonly confidence: number;
  readonly reason: BilingualText;
  /** The word of the title that decided. */
  readonly word?: string;
}

const FROM: StructureTemplateId = 'gb-t-15496-2003';
const TO: StructureTemplateId = 'gb-t-15496-2017';
const WORD_CONFIDENCE = 0.85;

function labelsOf(tree: StructureTree): ReadonlyMap<string, BilingualText> {
  return new Map(
    tree.nodes.map(({ code, name }) => [
      code,
      { 'zh-CN': `${code} ${name['zh-CN']}`, en: `${code} ${name.en}` },
    ]),
  );
}

const LABELS = labelsOf(STRUCTURE_TEMPLATES[TO]);

function labelFor(key: string, language: 'zh-CN' | 'en'): string {
  return LABELS.get(key)?.[language] ?? key;
}

function byWord(word: string, to: string): Target {
  return { to: [to], confidence: WORD_CONFIDENCE, reason: wordsReason([word], to), word };
}

function wordsReason(words: readonly string[], to: string): BilingualText {
  const english = words.map((word) => `"${word}"`).join(' or ');
  return {
    'zh-CN': `标题含${words.map((word) => `“${word}”`).join('')}，归入 ${labelFor(to, 'zh-CN')}`,
    en: `The title says ${english}: ${labelFor(to, 'en')}`,
  };
}

function byProduct(level: StandardLevel): Target {
  if (level === 'enterprise') {
    const reason = {
      'zh-CN': '企业自行制定的产品标准',
      en: "Product standard of the enterprise's own",
    };
    return { to: ['CP1.2'], confidence: 0.95, reason };
  }
  const reason = { 'zh-CN': '采用的外部产品标准', en: 'Adopted product standard from outside' };
  return { to: ['CP1.1'], confidence: 0.9, reason };
}

/** Where a standard of a node of the 2003 template goes. */
export function moveTargetOf(key: string, standard: Pick<MoveStandard, 'title' | 'level'>): Target {
  const rule = MOVE_2003_2017[key];
  if (rule === undefined) {
    const reason = {
      'zh-CN': '直接列在体系之下，内容不明，请选择新位置',
      en: 'It stands on the body itself; choose the new place',
    };
    return { to: [], confidence: 0, reason };
  }
  for (const [pattern, to] of rule.words) {
    const word = pattern.exec(standard.title)?.[0];
    if (word !== undefined) return byWord(word, to);
  }
  if (key === PRODUCT_NODE) return byProduct(standard.level);
  const { to, confidence } = rule.otherwise;
  const [main] = to;
  const [zh, en] = SPLIT_REASONS[key] ?? [
    `对应 2017 版的 ${labelFor(main ?? '', 'zh-CN')}`,
    `The same subject in the 2017 form: ${labelFor(main ?? '', 'en')}`,
  ];
  return { to, confidence, reason: { 'zh-CN': zh, en } };
}

interface Origin {
  /** Node of the 2003 template that the place belongs to; undefined for own bodies. */
  readonly template: string | undefined;
  /** Node of the 2017 form that bears the name of the own node. */
  readonly named: string | undefined;
}

function originOf(index: NodeIndex, node: SystemNode): Origin {
  if (node.origin === 'template') return { template: node.key, named: undefined };
  const path = [...keyPath(index, node.key)].reverse();
  const template = path.find((key) => index.byKey.get(key)?.origin === 'template');
  const names = matchName(STRUCTURE_TEMPLATES[TO], node.name['zh-CN']);
  return { template, named: names.length === 1 ? names[0] : undefined };
}

function targetFrom(origin: Origin, standard: MoveStandard, label: string): Target {
  if (origin.named !== undefined) {
    const reason = {
      'zh-CN': `自设节点“${label}”与 ${labelFor(origin.named, 'zh-CN')} 同名`,
      en: `The own node "${label}" has the name of ${labelFor(origin.named, 'en')}`,
    };
    return { to: [origin.named], confidence: 0.8, reason };
  }
  return moveTargetOf(origin.template ?? '', standard);
}

interface OpenRow {
  readonly fromKey: string;
  readonly target: Target;
  readonly standards: string[];
  readonly words: Set<string>;
}

function closeRow(id: string, { fromKey, target, standards, words }: OpenRow): MoveRow {
  const { to, confidence } = target;
  const reason = words.size === 0 ? target.reason : wordsReason([...words], to[0] ?? '');
  return { id, fromKey, toKey: to, standards, confidence, reason };
}

/** One row per old node, new place and kind of reason. */
function rowsOf(
  { system, places }: SystemState,
  standards: readonly MoveStandard[],
): readonly MoveRow[] {
  const index = indexNodes(system.nodes);
  const origins = new Map(system.nodes.map((node) => [node.key, originOf(index, node)]));
  const rows = new Map<string, OpenRow>();
  for (const standard of standards) {
    for (const fromKey of places.get(standard.id) ?? []) {
      const origin = origins.get(fromKey);
      if (origin === undefined) continue;
      const label = labelOf(index.byKey.get(fromKey), fromKey);
      const target = targetFrom(origin, standard, label);
      const id = `${fromKey}>${target.to.join('+')}${target.word === undefined ? '' : '~'}`;
      const row = rows.get(id) ?? { fromKey, target, standards: [], words: new Set<string>() };
      row.standards.push(standard.id);
      if (target.word !== undefined) row.words.add(target.word);
      rows.set(id, row);
    }
  }
  const order = new Map(system.nodes.map(({ key }, at) => [key, at]));
  return [...rows]
    .map(([id, row]) => closeRow(id, row))
    .sort(
      (a, b) =>
        (order.get(a.fromKey) ?? 0) - (order.get(b.fromKey) ?? 0) ||
        b.standards.length - a.standards.length ||
        (a.id < b.id ? -1 : 1),
    );
}

/**
 * What moving a system of the 2003 form to the 2017 form would do; changes nothing.
 * @param standards the whole register; titles and levels decide among the leaves
 * @throws StructureProblem no_such_move for any other pair of forms
 */
export function planMove(
  from: SystemState,
  to: StructureTemplateId,
  standards: readonly MoveStandard[],
): MovePlan {
  if (from.system.templateId !== FROM || to !== TO) {
    throw new StructureProblem('no_such_move', { from: from.system.templateId, to });
  }
  const unplaced = standards.filter(({ id }) => (from.places.get(id) ?? []).length === 0);
  return {
    from: FROM,
    to,
    rows: rowsOf(from, standards),
    unplaced: unplaced.map(({ id }) => id),
    ownNodes: from.system.nodes.flatMap(({ key, origin }) => (origin === 'own' ? [key] : [])),
  };
}

/** Targets that a person chose instead of the planned ones, by row id; [] leaves the row out. */
export type MoveChoices = Readonly<Record<string, readonly string[]>>;

function checkChoices(plan: MovePlan, choices: ReadonlyMap<string, readonly string[]>): void {
  const rows = new Set(plan.rows.map(({ id }) => id));
  for (const [row, keys] of choices) {
    if (!rows.has(row)) throw new StructureProblem('unknown_row', { row });
    const unknown = keys.find((key) => !LABELS.has(key));
    if (unknown !== undefined) {
      throw new StructureProblem('unknown_node', { node: unknown, key: unknown });
    }
  }
}

/**
 * The new system with the places of the plan; the old one stays as it is, beside the new one.
 * @throws StructureProblem unknown_row, unknown_node in the choices
 */
export function applyMove(
  from: SystemState,
  plan: MovePlan,
  choices: MoveChoices = {},
  name?: string,
): SystemState {
  const chosen = new Map(Object.entries(choices));
  checkChoices(plan, chosen);
  const targets = new Map<string, Map<string, readonly string[]>>();
  for (const row of plan.rows) {
    const to = chosen.get(row.id) ?? row.toKey;
    for (const standard of row.standards) {
      const own = targets.get(standard) ?? new Map<string, readonly string[]>();
      own.set(row.fromKey, to);
      targets.set(standard, own);
    }
  }
  const places = new Map<string, readonly string[]>();
  for (const [standard, order] of from.places) {
    const own = targets.get(standard) ?? new Map<string, readonly string[]>();
    const keys = [...new Set(order.flatMap((key) => own.get(key) ?? []))];
    if (keys.length > 0) places.set(standard, keys);
  }
  return { system: systemFromTemplate(plan.to, name ?? from.system.name), places };
}
