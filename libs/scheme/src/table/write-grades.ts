import type { Gate, Scheme } from '../scheme';
import { both, floor, origin, ownId, type Cells } from './cells';
import type { GATES, GRADES } from './columns';
import { GATE_KINDS, INDUSTRIES, SIZES } from './vocabulary';

/** One row for each way to a grade. */
export const gradeRows = (scheme: Scheme): Cells<(typeof GRADES.columns)[number]['key']>[] =>
  scheme.grades.flatMap((grade) =>
    grade.routes.map((route) => ({
      grade: grade.id,
      route: ownId(route.id),
      basic: floor(route.basic),
      bonus: floor(route.bonus),
      total: floor(route.total),
      size: (route.when?.size ?? []).map((size) => SIZES[size]).join('、'),
      industry: (route.when?.industry ?? []).map((kind) => INDUSTRIES[kind]).join('、'),
      ...origin(grade),
    })),
  );

const namedBy = (gate: Gate): Cells<(typeof GATES.columns)[number]['key']> =>
  gate.kind === 'section_share'
    ? { sections: gate.sections.join('、'), percent: String(gate.atLeastPercent) }
    : {
        items: gate.items.join('、'),
        percent: gate.items.length === 0 ? '' : String(gate.atLeastPercent),
        rules: gate.rules.join('、'),
      };

/** One row for each gate. */
export const gateRows = (scheme: Scheme): Cells<(typeof GATES.columns)[number]['key']>[] =>
  scheme.gates.map((gate) => {
    const [text, textEn] = both(gate.text);
    return {
      id: gate.id,
      kind: GATE_KINDS[gate.kind],
      ...namedBy(gate),
      capAt: gate.capAt ?? '',
      text,
      textEn,
      ...origin(gate),
    };
  });
