import { canonicalJson } from '@liangxing/contracts';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { sha256Of } from '../../../kernel/pure';
import { printMaterial, readMaterial, scoreMaterial, type FrozenMaterial } from '../pure';

const text = readFileSync(join(__dirname, 'testing', 'material-v1.json'), 'utf8');

describe('a material of version 1', () => {
  it('is read and scored for ever, and can be printed', () => {
    // As it was frozen once: nobody mends it.
    expect(sha256Of(canonicalJson(JSON.parse(text)))).toBe(
      '1a85e64f1f17b3621daee24835e3c308d7b5fe881a607eaaf4df0a52ad2e8c75',
    );
    const material = readMaterial(text);
    const { basic, bonus, total, grade, isProvisional } = scoreMaterial(material);
    expect({ basic, bonus, total, grade, isProvisional }).toEqual({
      basic: 2000,
      bonus: 300,
      total: 2300,
      grade: null,
      isProvisional: true,
    });
    const { document, enterprise, evidence, result, system } = printMaterial(material);
    expect(document).toMatchObject({ number: 1, code: material.issue.code, date: '2026-11-30' });
    expect([enterprise.name, result.total]).toEqual([material.profile.name, total]);
    expect(evidence).toHaveLength(material.evidence.length);
    expect(system.list.groups.flatMap(({ rows }) => rows)).toHaveLength(material.standards.length);
  });
});

describe('what is no material that this program knows', () => {
  const changed = (change: Partial<Record<keyof FrozenMaterial, unknown>>): string =>
    JSON.stringify({ ...readMaterial(text), ...change });

  it.each([2, 0, '1', null, undefined])('is refused by its version: %p', (version) => {
    expect(() => readMaterial(changed({ version }))).toThrow(
      new RangeError(`Version ${String(version)} of a dossier's material is not known.`),
    );
  });

  it.each([changed({ format: 'liangxing-snapshot' }), '{}', 'null', '[]', '"1"'])(
    'is refused by its format',
    (other) => {
      expect(() => readMaterial(other)).toThrow(
        new RangeError('This is no material of a dossier.'),
      );
    },
  );
});
