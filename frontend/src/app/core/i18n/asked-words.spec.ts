import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

const app = join(__dirname, '..', '..');
const files = readdirSync(app, { recursive: true, encoding: 'utf8' })
  .filter((file) => /\.(ts|html)$/.test(file) && !/spec\.ts$|generated/.test(file))
  .map((file) => ({ file, text: readFileSync(join(app, file), 'utf8') }));

type Texts = Record<string, unknown>;

const read = (path: string): Texts => JSON.parse(readFileSync(path, 'utf8')) as Texts;

/** Every word there is, below the name of its dictionary. */
function allWords(): Texts {
  const words: Texts = read(join(app, 'core/i18n/zh-CN.json'));
  for (const { file, text } of files)
    for (const [, scope = '', path = ''] of text.matchAll(
      /dictionaryOf\('(\w+)',\s*\{\s*'zh-CN':[^']*'([^']+)'/g,
    ))
      words[scope] = read(join(app, dirname(file), path));
  return words;
}

const words = allWords();

function found(key: string): unknown {
  return key
    .split('.')
    .reduce<unknown>((value, part) => (value as Texts | undefined)?.[part], words);
}

/** In a call of `t` or `translate`: `t('a.b')`, and what asks for one of those below `a`: `t('a.' + kind)`, `t(\`a.${kind}\`)`. */
const ASKED = /\b(?:t|translate(?:<string>)?)\(\s*(?:'([\w.]+?)(\.?)'\s*([,)+])|`([\w.]+)\.\$\{)/g;

function keysOf(text: string): { readonly key: string; readonly isWhole: boolean }[] {
  return [...text.matchAll(ASKED)].map(([, key, , next, above = '']) =>
    key === undefined ? { key: above, isWhole: false } : { key, isWhole: next !== '+' },
  );
}

describe('words that pages ask for', () => {
  it('stand in a dictionary', () => {
    const missing = files.flatMap(({ file, text }) =>
      keysOf(text)
        .filter(({ key, isWhole }) =>
          isWhole ? typeof found(key) !== 'string' : found(key) === undefined,
        )
        .map(({ key }) => `${file}: ${key}`),
    );
    expect(missing).toEqual([]);
  });

  it('are looked for', () => {
    expect(files.flatMap(({ text }) => keysOf(text)).length).toBeGreaterThan(1_000);
  });
});
