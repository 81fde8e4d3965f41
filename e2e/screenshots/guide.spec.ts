import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join, relative, resolve } from 'node:path';

const docs = join(__dirname, '..', '..', 'docs');
const languages = [
  { name: 'zh-CN', index: 'guide.zh-CN.md' },
  { name: 'en', index: 'guide.md' },
] as const;

/** Files of the guide in the order of reading: the index and the parts that it leads to. */
function filesOf({ name, index }: (typeof languages)[number]): readonly string[] {
  const parts = readFileSync(join(docs, index), 'utf8').matchAll(/\]\((guide\/[^)#]+)/g);
  const named = [...new Set([...parts].map(([, path = '']) => path))];
  expect(named.map((path) => dirname(path))).toEqual(named.map(() => `guide/${name}`));
  return [index, ...named].map((path) => join(docs, path));
}

const read = (file: string): string => readFileSync(file, 'utf8');

/** `## 5 …` and `### 5.1 …` as `5` and `5.1`. */
const sectionsOf = (text: string): readonly string[] =>
  [...text.matchAll(/^#{2,3} (\d+(?:\.\d+)?) /gm)].map(([, number = '']) => number);

/** Pictures by their place below docs, each with its words. */
const picturesOf = (file: string): readonly { words: string; path: string }[] =>
  [...read(file).matchAll(/!\[([^\]]*)\]\(([^)]+)\)/g)].map(([, words = '', path = '']) => ({
    words,
    path: relative(docs, resolve(dirname(file), path)),
  }));

/** As the hosts of repositories make them from a heading. */
const anchorOf = (heading: string): string =>
  heading
    .toLowerCase()
    .replace(/[^\p{L}\p{N}\- ]/gu, '')
    .replaceAll(' ', '-');

const anchorsIn = (file: string): readonly string[] =>
  [...read(file).matchAll(/^#+ (.+)$/gm)].map(([, heading = '']) => anchorOf(heading));

describe.each(languages)('the guide in $name', (language) => {
  const files = filesOf(language);

  it('leaves no part out of its index', () => {
    const folder = join(docs, 'guide', language.name);
    const parts = readdirSync(folder).map((name) => join(folder, name));
    expect([...files.slice(1)].sort()).toEqual(parts.sort());
  });

  it('shows pictures that exist, all that were taken, and says what each shows', () => {
    const pictures = files.flatMap(picturesOf);
    const folder = join('images', language.name);
    const taken = readdirSync(join(docs, folder)).map((name) => join(folder, name));
    expect(pictures.map(({ path }) => path).sort()).toEqual(taken.sort());
    expect(pictures.filter(({ words }) => words.trim() === '')).toEqual([]);
  });

  it('leads only to files and headings that exist', () => {
    const lost = files.flatMap((file) =>
      [...read(file).matchAll(/\]\((?!https?:)([^)#]*)(?:#([^)]+))?\)/g)]
        .map(([link, path = '', anchor]) => ({
          link,
          target: resolve(dirname(file), path),
          anchor,
        }))
        .map((one) => (one.target === dirname(file) ? { ...one, target: file } : one))
        .filter(
          ({ target, anchor }) =>
            !existsSync(target) || (anchor !== undefined && !anchorsIn(target).includes(anchor)),
        )
        .map(({ link }) => `${relative(docs, file)}: ${link}`),
    );
    expect(lost).toEqual([]);
  });

  it('numbers its sections one after another', () => {
    const chapters = files
      .flatMap((file) => sectionsOf(read(file)))
      .filter((number) => !number.includes('.'));
    expect(chapters).toEqual(chapters.map((_, index) => String(index + 1)));
  });
});

describe('the guide', () => {
  it('has the same sections and the same pictures, in the same places, in both languages', () => {
    const [chinese, english] = languages.map((language) =>
      filesOf(language).map((file) => ({
        sections: sectionsOf(read(file)),
        pictures: picturesOf(file).map(({ path }) => path.replace(language.name, '')),
      })),
    );
    expect(english).toEqual(chinese);
  });
});
