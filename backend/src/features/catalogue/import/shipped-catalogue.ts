import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { PlatformDatabase } from '../../../kernel';
import { importCatalogue } from './import-file';

/** What comes with the product, so that a register can be checked from the first day. */
const SHIPPED = [
  {
    file: 'standards-2026-04.csv',
    source: '公开标准目录 2026-04',
    checkedOn: '2026-04-30',
  },
  {
    file: 'plans-2026-04.csv',
    source: '公开标准目录 2026-04',
    checkedOn: '2026-04-30',
  },
  {
    file: 'dated-standards.csv',
    source: '标准日期表 2026-11',
    checkedOn: '2026-11-23',
  },
  {
    file: 'replaced-standards.csv',
    source: '标准日期表 2026-11（已核来源）',
    checkedOn: '2026-11-29',
  },
  {
    file: 'made-recommended.csv',
    source: '强制性转为推荐性的标准 2026-11',
    checkedOn: '2026-11-29',
  },
] as const;

/** Loads the shipped catalogue; each file is written once. @returns one line for each file that changed something */
export async function loadShippedCatalogue(
  database: PlatformDatabase,
  folder: string,
): Promise<string[]> {
  const lines: string[] = [];
  for (const { file, source, checkedOn } of SHIPPED) {
    const bytes = await readFile(join(folder, file));
    const report = await importCatalogue(database, { bytes, source, checkedOn });
    const { inserted, changed } = report;
    // What the maintainers of this installation looked up themselves may say otherwise; it stays, and no start fails.
    const left = report.problems.filter(({ code }) => code === 'contradicts_catalogue');
    const problems = report.problems.filter(({ code }) => code !== 'contradicts_catalogue');
    if (problems.length > 0)
      throw new Error(
        `${file}: ${problems.map(({ rowNumber, code }) => `${rowNumber} ${code}`).join(', ')}`,
      );
    for (const { text } of left) lines.push(`catalogue ${file}: left as it is known: ${text}`);
    if (inserted + changed > 0)
      lines.push(`catalogue ${file}: ${inserted} inserted, ${changed} changed`);
  }
  return lines;
}
