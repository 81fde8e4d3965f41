import { score } from './scorer';
import { fixed, gate, grade, item, scheme, section } from './testing/scheme-builder';

const isProvisional = (...parts: Parameters<typeof scheme>) =>
  score(scheme(...parts), {}).isProvisional;

describe('a result is marked 预评（参考）', () => {
  const verified = section('1', [item('1.1', 5, [fixed('a', 1)])]);

  it('not where everything it rests on was read in a source or entered from a document', () => {
    expect(isProvisional({ sections: [verified], grades: [grade('A', { basic: 5 })] })).toBe(false);
    const entered = section('1', [item('1.1', 5, [], { provenance: 'entered' })]);
    expect(isProvisional({ sections: [entered] })).toBe(false);
  });

  it('where an item, a rule, a grade or a gate was written by us', () => {
    const ofHouse = item('2.1', 5, [], { provenance: 'house' });
    expect(isProvisional({ sections: [verified, section('2', [ofHouse])] })).toBe(true);
    const mixed = item('2.1', 5, [{ ...fixed('a', 1), provenance: 'house' }]);
    expect(isProvisional({ sections: [verified, section('2', [mixed])] })).toBe(true);
    const ownGrade = { ...grade('A', { basic: 5 }), provenance: 'house' as const };
    expect(isProvisional({ sections: [verified], grades: [ownGrade] })).toBe(true);
    const ownGate = { ...gate('g', 60, ['1']), provenance: 'house' as const };
    expect(isProvisional({ sections: [verified], gates: [ownGate] })).toBe(true);
  });
});
