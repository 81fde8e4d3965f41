import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** In the description of the API a class is known by its name alone: of two with one name one would describe both. */
describe('what requests and answers hold', () => {
  it('is described by classes of which no two have one name', () => {
    const folder = join(import.meta.dirname, 'features');
    const files = readdirSync(folder, { recursive: true, encoding: 'utf8' });
    const names = files
      .filter((file) => file.endsWith('.ts'))
      .flatMap((file) => [
        ...readFileSync(join(folder, file), 'utf8').matchAll(/class (\w+Dto)\b/g),
      ])
      .map(([, name = '']) => name);
    expect(names.length).toBeGreaterThan(100);
    expect(names.filter((name, at) => names.indexOf(name) !== at)).toEqual([]);
  });
});
