import { placeStandard } from '../place-standard';
import { type BilingualText } from '../structure';
import { nodeOf } from '../tree-index';
import { moveTargetOf } from '../system/move/plan-move';
import { STRUCTURE_TEMPLATES } from '../templates/index';

interface FormerPlace {
  /** Leaf of the 2017 form. */
  readonly node: string;
  /** 0 to 1: how surely the old place tells the new one. */
  readonly weight: number;
  /** Where it stood in the form of 2003. */
  readonly code: string;
  /** What told that: the register's 体系编号, or the class and number within the enterprise's own standard number. */
  readonly readFrom: 'system_code' | 'own_number';
  readonly name: BilingualText;
}

const FORM_2003 = STRUCTURE_TEMPLATES['gb-t-15496-2003'];

/**
 * What a place of the 2003 form, told by the 体系编号 (`J02`) or by the enterprise's own number
 * (`Q/SLJD J0201-2022`), means for the form of 2017; undefined where neither tells one.
 */
export function formerPlace(entry: {
  readonly number: string;
  readonly title: string;
  readonly systemCode?: string | undefined;
  readonly isOwn: boolean;
}): FormerPlace | undefined {
  const told = placeStandard(FORM_2003, { systemCode: entry.systemCode, number: entry.number });
  if (told.kind !== 'placed') return undefined;
  const [code = ''] = told.nodes;
  const { to, confidence } = moveTargetOf(code, {
    title: entry.title,
    level: entry.isOwn ? 'enterprise' : 'national',
  });
  const [node] = to;
  const name = nodeOf(FORM_2003, code)?.name;
  return node === undefined || name === undefined
    ? undefined
    : {
        node,
        weight: confidence,
        code,
        readFrom: told.basis === 'own_number' ? 'own_number' : 'system_code',
        name,
      };
}
