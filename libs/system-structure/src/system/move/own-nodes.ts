import { matchName } from '../../match-name';
import type { BilingualText } from '../../structure';
import { STRUCTURE_TEMPLATES } from '../../templates/index';
import { labelOf } from '../node-checks';
import { indexNodes, keyPath, trimmedKeys, type NodeIndex } from '../node-index';
import { MAX_SYSTEM_LEVELS, type StandardSystem, type SystemNode } from '../standard-system';
import { COUNTERPARTS, FRESH, labelFor, parentFor, TO } from './counterparts';

/** What becomes of an own node. */
export interface MovedOwnNode {
  /** Key in the old system. */
  readonly fromKey: string;
  /** Key in the new system; where `isMerged`, the node of the 2017 form that has its name already. */
  readonly toKey: string;
  /** Key of the parent in the new system; null: a body of its own. */
  readonly parent: string | null;
  readonly isMerged: boolean;
  readonly reason: BilingualText;
}

/** The node of the 2017 form with the name of an own node. */
function namesake(node: SystemNode): string | undefined {
  const names = matchName(STRUCTURE_TEMPLATES[TO], node.name['zh-CN']);
  return names.length === 1 ? names[0] : undefined;
}

function mergedReason(node: SystemNode, to: string): BilingualText {
  const label = labelOf(node, node.key);
  return {
    'zh-CN': `自设节点“${label}”与 ${labelFor(to, 'zh-CN')} 同名，并入该节点`,
    en: `The own node "${label}" has the name of ${labelFor(to, 'en')} and becomes that node`,
  };
}

function parentReason(above: SystemNode | undefined, to: string | null): BilingualText {
  if (above === undefined || to === null) {
    return { 'zh-CN': '自建的子体系，整体带过去', en: 'A body of its own, carried as it is' };
  }
  const label = labelOf(above, above.key);
  if (above.origin === 'own') {
    return { 'zh-CN': `随上级“${label}”带过去`, en: `Carried with "${label}" above it` };
  }
  if (COUNTERPARTS.has(above.key)) {
    return {
      'zh-CN': `上级“${label}”对应 ${labelFor(to, 'zh-CN')}`,
      en: `"${label}" above it is ${labelFor(to, 'en')} in the 2017 form`,
    };
  }
  return {
    'zh-CN': `上级“${label}”在 2017 版中已拆分，主要归入 ${labelFor(to, 'zh-CN')}，请核对`,
    en: `"${label}" above it is split in the 2017 form, mostly into ${labelFor(to, 'en')}; check it`,
  };
}

const TOO_DEEP: BilingualText = {
  'zh-CN': `体系最多 ${MAX_SYSTEM_LEVELS} 层，改放在上一层`,
  en: `A system has ${MAX_SYSTEM_LEVELS} levels at most; it goes one level up`,
};

/** The new tree while own nodes are put into it. */
class Growth {
  private readonly levels = new Map<string, number>();
  private readonly parents = new Map<string, string | null>();

  constructor(private readonly old: NodeIndex) {
    for (const [key, { parent }] of FRESH.byKey) {
      this.levels.set(key, keyPath(FRESH, key).length);
      this.parents.set(key, parent);
    }
  }

  /** An own key that the 2017 form has not. */
  freeKey(key: string): string {
    let free = key;
    while (this.levels.has(free) || (free !== key && this.old.byKey.has(free)))
      free = `own-${free}`;
    return free;
  }

  /** The parent, or the nearest node above it that has room for one more level. */
  roomAt(parent: string | null): string | null {
    let at = parent;
    while (at !== null && (this.levels.get(at) ?? 0) >= MAX_SYSTEM_LEVELS) {
      at = this.parents.get(at) ?? null;
    }
    return at;
  }

  put(key: string, parent: string | null): void {
    this.levels.set(key, (parent === null ? 0 : (this.levels.get(parent) ?? 0)) + 1);
    this.parents.set(key, parent);
  }
}

/** Where each own node goes, parents first: below the counterpart of its parent, or into its namesake. */
export function moveOwnNodes(system: StandardSystem): readonly MovedOwnNode[] {
  const index = indexNodes(system.nodes);
  const out = trimmedKeys(system);
  const growth = new Growth(index);
  const moved = new Map<string, string>();
  const rows: MovedOwnNode[] = [];
  for (const node of system.nodes) {
    if (node.origin !== 'own') continue;
    const fromKey = node.key;
    const same = out.has(fromKey) ? undefined : namesake(node);
    if (same !== undefined) {
      const parent = FRESH.byKey.get(same)?.parent ?? null;
      const reason = mergedReason(node, same);
      moved.set(fromKey, same);
      rows.push({ fromKey, toKey: same, parent, isMerged: true, reason });
      continue;
    }
    const above = node.parent === null ? undefined : index.byKey.get(node.parent);
    const wanted = above === undefined ? null : (moved.get(above.key) ?? parentFor(above.key));
    const parent = growth.roomAt(wanted);
    const reason = parent === wanted ? parentReason(above, wanted) : TOO_DEEP;
    const toKey = growth.freeKey(fromKey);
    growth.put(toKey, parent);
    moved.set(fromKey, toKey);
    rows.push({ fromKey, toKey, parent, isMerged: false, reason });
  }
  return rows;
}
