import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

const app = join(__dirname, '..', '..');

/** Here the text is Chinese data that is typed, stored or read back, not a sentence of the page. */
const data = [
  'features/systems/drafts/draft.ts',
  'features/schemes/entries/entry-grades.html',
  'features/systems/change-words.ts',
];

it('names are parted as the language parts them (`parting` in the dictionaries), not by a Chinese mark', () => {
  const files = readdirSync(app, { recursive: true, encoding: 'utf8' }).filter(
    (file) => /\.(ts|html)$/.test(file) && !/spec\.ts$|generated/.test(file),
  );
  expect(files.length).toBeGreaterThan(200);
  const found = files.filter((file) =>
    /join\(['"`][、；，]/.test(readFileSync(join(app, file), 'utf8')),
  );
  expect(found.filter((file) => !data.includes(file))).toEqual([]);
});
