import type { SystemNode } from '@liangxing/system-structure';
import type { Language } from '../../core/i18n/language';
import { nameOf } from './node-name';
import type { LoggedOperation, PlacedStandard, SystemChange } from './system';

export interface Words {
  /** Below `systems.history.ops`. */
  readonly key: string;
  readonly params: Readonly<Record<string, string | number>>;
}

/** What the names in the history come from. */
export interface WordFacts {
  readonly nodes: ReadonlyMap<string, SystemNode>;
  /** Titles of expected documents by id. */
  readonly titles: ReadonlyMap<string, string>;
  readonly standards: ReadonlyMap<string, PlacedStandard>;
  readonly language: Language;
}

const MOST = 5;

/** A change in words, at most five lines and one that counts the rest. */
export function changeWords(change: SystemChange, facts: WordFacts): readonly Words[] {
  const lines = change.operations.slice(0, MOST).map((operation) => wordsOf(operation, facts));
  const count = change.operations.length - MOST;
  return count > 0 ? [...lines, { key: 'more', params: { count } }] : lines;
}

function wordsOf(operation: LoggedOperation, facts: WordFacts): Words {
  const { key, name } = operation;
  const node = key === undefined ? '' : labelOf(key, facts);
  switch (operation.op) {
    case 'add':
      return { key: 'add', params: { node: name ? nameOf(name, facts.language) : node } };
    case 'rename':
      // The node's name of today may be the new one: its code tells which it is.
      return {
        key: 'rename',
        params: { node: codeOf(key, facts), name: name ? nameOf(name, facts.language) : '' },
      };
    case 'recode':
      return { key: 'recode', params: { node, code: operation.code ?? '' } };
    case 'renumber':
      return operation.parent
        ? { key: 'renumber', params: { node: labelOf(operation.parent, facts) } }
        : { key: 'renumberAll', params: {} };
    case 'move':
      return operation.parent
        ? { key: 'move', params: { node, parent: labelOf(operation.parent, facts) } }
        : { key: 'moveTop', params: { node } };
    case 'trim':
      return { key: 'trim', params: { node, reason: operation.reason ?? '' } };
    case 'restore':
    case 'remove':
      return { key: operation.op, params: { node } };
    case 'keep': {
      const names = (operation.keys ?? []).map((one) => labelOf(one, facts));
      const parting = facts.language === 'en' ? ', ' : '、';
      const params = { count: names.length, nodes: names.slice(0, MOST).join(parting) };
      return { key: operation.isKept === false ? 'unkeep' : 'keep', params };
    }
    case 'decide':
      return decisionWords(operation, facts);
    case 'place':
      return { key: 'place', params: { count: operation.standards ?? 0 } };
    default:
      return { key: 'other', params: {} };
  }
}

function decisionWords({ expectation = '', decision }: LoggedOperation, facts: WordFacts): Words {
  const title = facts.titles.get(expectation) ?? expectation;
  if (!decision) return { key: 'undecide', params: { title } };
  if (decision.kind === 'not_needed') {
    return { key: 'notNeeded', params: { title, reason: decision.reason } };
  }
  const standard = facts.standards.get(decision.standardId);
  return {
    key: 'covered',
    params: { title, standard: standard ? `${standard.number} ${standard.title}`.trim() : '' },
  };
}

function labelOf(key: string, { nodes, language }: WordFacts): string {
  const node = nodes.get(key);
  return node === undefined ? key : `${node.code} ${nameOf(node.name, language)}`;
}

function codeOf(key: string | undefined, { nodes }: WordFacts): string {
  return key === undefined ? '' : (nodes.get(key)?.code ?? key);
}
