import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

const root = join(__dirname, '..', '..');
const page = readFileSync(join(root, 'docs', 'rules.md'), 'utf8');
const ROW = /^\| (?<rule>[^|]+?) +\| `(?<file>[^`]+)` +\| `(?<name>[^`]+)` +\|$/gm;
const rows = [...page.matchAll(ROW)].map(({ groups }) => groups as Record<string, string>);

describe('the page that says where rules stand', () => {
  it('has a file and a name in each of its lines', () => {
    const lines = page.split('\n').filter((line) => /^\| (?!Rule |-)/.test(line));
    expect(rows).toHaveLength(lines.length);
    expect(rows.length).toBeGreaterThan(20);
  });

  it.each(rows)('is right about: $rule', ({ file = '', name = '' }) => {
    const path = join(root, file);
    expect(existsSync(path)).toBe(true);
    expect(readFileSync(path, 'utf8')).toContain(name);
  });
});
