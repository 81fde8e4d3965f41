import { readdirSync, readFileSync } from 'node:fs';
import { basename, dirname, join, relative } from 'node:path';
import { CERTIFICATE_STANDINGS, FINDING_SEVERITIES, TEAM_ROLES } from '@liangxing/contracts';

const app = join(__dirname, '..', '..');
const folders = readdirSync(app, { recursive: true, encoding: 'utf8' })
  .filter((file) => basename(file) === 'zh-CN.json')
  .map((file) => join(app, dirname(file)));

type Texts = Record<string, unknown>;

function keysOf(texts: Texts, prefix = ''): string[] {
  return Object.entries(texts).flatMap(([key, value]) =>
    typeof value === 'object' && value !== null
      ? keysOf(value as Texts, `${prefix}${key}.`)
      : [`${prefix}${key}`],
  );
}

const read = (folder: string, language: string): Texts =>
  JSON.parse(readFileSync(join(folder, `${language}.json`), 'utf8')) as Texts;

function placeholdersOf(texts: Texts): string[] {
  return keysOf(texts).map((key) => {
    const text = key.split('.').reduce<unknown>((value, part) => (value as Texts)[part], texts);
    return `${key}: ${[...String(text).matchAll(/\{\{\s*(\w+)\s*\}\}/g)]
      .map(([, name]) => name)
      .sort()
      .join()}`;
  });
}

describe('the dictionaries', () => {
  it.each(folders)('say the same things with the same figures in both languages: %s', (folder) => {
    const [zh, en] = [read(folder, 'zh-CN'), read(folder, 'en')];
    expect(keysOf(en).sort()).toEqual(keysOf(zh).sort());
    expect(placeholdersOf(en).sort()).toEqual(placeholdersOf(zh).sort());
  });
});

/** Kinds of things that several features name; each stands once, in the root dictionary. */
const SHARED: readonly (readonly string[])[] = [
  FINDING_SEVERITIES,
  TEAM_ROLES,
  CERTIFICATE_STANDINGS,
  ['summary', 'strengths', 'improvements'],
];

function setsOf(texts: Texts, path = ''): { readonly path: string; readonly keys: string[] }[] {
  const below = Object.entries(texts).flatMap(([key, value]) =>
    typeof value === 'object' && value !== null ? setsOf(value as Texts, `${path}${key}.`) : [],
  );
  // Whole sentences say more than a word.
  const keys = Object.keys(texts).filter((key) => !String(texts[key]).includes('{{'));
  return [{ path, keys }, ...below];
}

describe('what several features name', () => {
  it.each(SHARED)('has its words once: %s, %s, %s', (...words) => {
    const found = folders.flatMap((folder) =>
      setsOf(read(folder, 'zh-CN'))
        .filter(({ keys }) => words.every((word) => keys.includes(word)))
        .map(({ path }) => `${relative(app, folder)} ${path}`),
    );
    expect(found).toEqual([expect.stringMatching(/^core.i18n letters\./)]);
  });
});
