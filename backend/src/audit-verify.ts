import 'reflect-metadata';
import { readFile } from 'node:fs/promises';
import { parseArgs } from 'node:util';
import { DataSource } from 'typeorm';
import { loadConfig } from './config/config';
import { checkTrail } from './kernel/audit/check-trail';
import { readNotes } from './kernel/audit/note-seals';
import { parseNotedSeals } from './kernel/audit/noted-seals';
import { dataSourceOptions } from './kernel/database/data-source';
import { start } from './start';

const USAGE = `audit-verify [--expect ORGANIZATION:NUMBER:SHA256]… [--expect-file FILE]…
  Checks the audit trail of every organization, and that the seals noted below DATA_DIR are still there.
  --expect       a seal that was noted elsewhere
  --expect-file  a file of them, one a line: what this command printed once
  Ends with 0 when all is whole, 1 when not, 64 when this was not understood.
  Standard output is the newest seal of each organization: keep it where nobody who administers the database can write.\n`;

/** Checks the audit chain of every organization; ends with 1 and names what is broken. */
start(async () => {
  const config = loadConfig('worker', process.env);
  const expected = await expectations(process.argv.slice(2));
  const dataSource = new DataSource(dataSourceOptions(config));
  await dataSource.initialize();
  const noted = [...(await readNotes(config.dataDir)), ...expected];
  const report = await checkTrail(dataSource, noted);
  await dataSource.destroy();
  for (const remark of report.remarks) process.stderr.write(`note: ${remark}\n`);
  for (const fault of report.faults) process.stderr.write(`${fault}\n`);
  process.stdout.write(report.newest.map((seal) => `${seal}\n`).join(''));
  const state = report.isWhole ? 'all whole' : 'BROKEN';
  const against = noted.length === 0 ? 'no noted seals' : `${noted.length} noted seals`;
  process.stdout.write(`# ${report.organizations} organizations, ${against}: ${state}\n`);
  process.exitCode = report.isWhole ? 0 : 1;
});

async function expectations(args: string[]): Promise<ReturnType<typeof parseNotedSeals>> {
  try {
    const { values } = parseArgs({
      args,
      options: {
        expect: { type: 'string', multiple: true, default: [] },
        'expect-file': { type: 'string', multiple: true, default: [] },
      },
    });
    const texts = [...values.expect];
    for (const file of values['expect-file']) texts.push(await readFile(file, 'utf8'));
    return texts.flatMap((text) => parseNotedSeals(text));
  } catch (error) {
    // Neither whole nor broken: nothing was checked.
    process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n${USAGE}`);
    process.exit(64);
  }
}
