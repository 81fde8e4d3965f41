import type { BilingualText } from '../structure';
import { FACTS_2003 } from './node-facts-2003';
import { FACTS_2017 } from './node-facts-2017';

export interface NodeFacts {
  readonly mayTrim: boolean;
  /** Where it may be trimmed: what the reason must answer. Where not: why it stays. */
  readonly trimQuestion: BilingualText;
}

const COLUMNS = 4;

function readFacts(table: string): readonly (readonly [string, NodeFacts])[] {
  return table
    .split('\n')
    .filter((row) => row.trim() !== '')
    .map((row) => {
      const cells = row.split('|').map((cell) => cell.trim());
      if (cells.length !== COLUMNS) throw new Error(`A row of node facts is malformed: ${row}`);
      const [code = '', use, zh = '', en = ''] = cells;
      return [code, { mayTrim: use === 'trim', trimQuestion: { 'zh-CN': zh, en } }];
    });
}

/** Facts of every node of both templates by its code; the templates share no code. */
export const NODE_FACTS: Readonly<Record<string, NodeFacts>> = Object.fromEntries(
  [FACTS_2003, FACTS_2017].flatMap(readFacts),
);

/** Whether a node of a template may be trimmed; a rule for the operations on a system. */
export function mayTrimNode(key: string): boolean {
  return NODE_FACTS[key]?.mayTrim ?? true;
}
