import type { StandardLevel } from '@liangxing/standard-number';
import type { BilingualText, StructureTemplateId } from '../../structure';
import { indexNodes } from '../node-index';
import type { SystemState } from '../standard-system';
import { StructureProblem } from '../structure-problem';
import { systemFromTemplate } from '../system-tree';
import { CarryingOver } from './apply-carried';
import { carryDecisions, type CarriedDecision } from './carry';
import { FRESH, FROM, labelFor, TO } from './counterparts';
import { MOVE_2003_2017, PRODUCT_NODE, SPLIT_REASONS } from './map-2003-2017';
import { moveOwnNodes, type MovedOwnNode } from './own-nodes';

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
  /** Keys of the new system, the main one first; empty: no place is known, a person chooses. */
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
  /** Own nodes of the old system and where they go, parents first. */
  readonly ownNodes: readonly MovedOwnNode[];
  /** Trims, names, codes and decisions: carried, or to be decided anew. */
  readonly decisions: readonly CarriedDecision[];
}

interface Target {
  readonly to: readonly string[];
  readonly confidence: number;
  readonly reason: BilingualText;
  /** The word of the title that decided. */
  readonly word?: string;
}

const WORD_CONFIDENCE = 0.85;

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

/** A standard of an own node stays in it. */
function byOwnNode({ toKey, isMerged, reason }: MovedOwnNode): Target {
  return { to: [toKey], confidence: isMerged ? 0.8 : 0.95, reason };
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
  ownNodes: readonly MovedOwnNode[],
): readonly MoveRow[] {
  const { byKey } = indexNodes(system.nodes);
  const own = new Map(ownNodes.map((row) => [row.fromKey, row]));
  const rows = new Map<string, OpenRow>();
  for (const standard of standards) {
    for (const fromKey of places.get(standard.id) ?? []) {
      if (!byKey.has(fromKey)) continue;
      const moved = own.get(fromKey);
      const target = moved === undefined ? moveTargetOf(fromKey, standard) : byOwnNode(moved);
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
  const ownNodes = moveOwnNodes(from.system);
  const rows = rowsOf(from, standards, ownNodes);
  const targets = rows.flatMap(({ toKey }) => toKey);
  return {
    from: FROM,
    to,
    rows,
    unplaced: unplaced.map(({ id }) => id),
    ownNodes,
    decisions: carryDecisions(from.system, ownNodes, targets),
  };
}

/** Targets that a person chose instead of the planned ones, by row id; [] leaves the row out. */
export type MoveChoices = Readonly<Record<string, readonly string[]>>;

function checkChoices(plan: MovePlan, choices: ReadonlyMap<string, readonly string[]>): void {
  const rows = new Set(plan.rows.map(({ id }) => id));
  const own = new Set(plan.ownNodes.map(({ toKey }) => toKey));
  for (const [row, keys] of choices) {
    if (!rows.has(row)) throw new StructureProblem('unknown_row', { row });
    const unknown = keys.find((key) => !FRESH.byKey.has(key) && !own.has(key));
    if (unknown !== undefined) {
      throw new StructureProblem('unknown_node', { node: unknown, key: unknown });
    }
  }
}

/**
 * The new system with the places of the plan and with what the enterprise decided; the old one
 * stays as it is, beside the new one, so that leaving the new one takes the whole move back.
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
  const fresh = systemFromTemplate(plan.to, name ?? from.system.name);
  return new CarryingOver(from.system, { system: fresh, places: new Map() }).run(plan, places);
}
