import { readdirSync, readFileSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { openApiDocument } from './openapi-document';

describe('the description of the API', () => {
  it('is the one that is written down; mend with `npm run openapi`', async () => {
    const written: unknown = JSON.parse(
      await readFile(join(__dirname, '..', 'openapi.json'), 'utf8'),
    );
    expect(JSON.parse(JSON.stringify(await openApiDocument()))).toEqual(written);
  });

  it('names a permission for every operation, and every operation once', async () => {
    const { paths } = await openApiDocument();
    const operations = Object.values(paths).flatMap(
      (path) => Object.values(path) as { operationId?: string; 'x-permission'?: string }[],
    );
    expect(operations.filter((operation) => !operation['x-permission'])).toEqual([]);
    const ids = operations.map(({ operationId }) => operationId);
    expect(new Set(ids).size).toBe(ids.length);
  });

  // Of two classes with one name the description would keep the second for both.
  it('gives every schema a name of its own', () => {
    const files = readdirSync(__dirname, { recursive: true, encoding: 'utf8' }).filter((file) =>
      file.endsWith('.ts'),
    );
    const names = files.flatMap((file) =>
      [...readFileSync(join(__dirname, file), 'utf8').matchAll(/^export class (\w+Dto)\b/gm)].map(
        ([, name = '']) => name,
      ),
    );
    expect(names.length).toBeGreaterThan(100);
    expect(names.filter((name, at) => names.indexOf(name) !== at)).toEqual([]);
  });
});
