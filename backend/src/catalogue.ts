import 'reflect-metadata';
import { readFile } from 'node:fs/promises';
import { basename } from 'node:path';
import { parseArgs } from 'node:util';
import { DataSource } from 'typeorm';
import { isIsoDate } from '@liangxing/standard-number';
import { loadConfig } from './config/config';
import { importByCommand } from './features/catalogue/commands';
import { dataSourceOptions } from './kernel/database/data-source';
import { PlatformDatabase } from './kernel/database/platform-database';
import { start } from './start';

const USAGE = `catalogue import FILE --source NAME --checked-on YYYY-MM-DD
  FILE      .xlsx or .csv with a column 标准号 (number); also read: 标准名称, 英文名称, 类别, 发布日期, 实施日期,
            废止日期, 状态, 被代替, 代替
  --source  who says so, for example "全国标准信息公共服务平台"
  --checked-on  the day on which the source was looked up\n`;

/** Keeps the catalogue of standards, as the owner of the database. Problems are named row by row; ends with 1 then. */
start(async () => {
  const { positionals, values } = parseArgs({
    allowPositionals: true,
    options: { source: { type: 'string' }, 'checked-on': { type: 'string' } },
  });
  const [command, file] = positionals;
  const { source = '', 'checked-on': checkedOn = '' } = values;
  const today = new Date().toISOString().slice(0, 10);
  if (command !== 'import' || !file || source.trim() === '' || !isIsoDate(checkedOn)) {
    process.stderr.write(USAGE);
    process.exit(64);
  }
  if (checkedOn > today) {
    process.stderr.write(`--checked-on ${checkedOn} is still to come\n`);
    process.exit(64);
  }
  const bytes = await readFile(file);
  const dataSource = new DataSource(dataSourceOptions(loadConfig('migrate', process.env)));
  await dataSource.initialize();
  const began = performance.now();
  const report = await importByCommand(
    new PlatformDatabase(dataSource),
    { bytes, fileName: basename(file), source: source.trim(), checkedOn },
    (done) => process.stderr.write(`\r${done} …`),
  );
  await dataSource.destroy();
  const { problems, ...counts } = report;
  process.stderr.write('\n');
  for (const { sheet, rowNumber, code, text } of problems)
    process.stdout.write(
      `${sheet === undefined ? '' : `${sheet}, `}row ${rowNumber}: ${code}: ${text}\n`,
    );
  const seconds = Math.round((performance.now() - began) / 100) / 10;
  const facts = Object.entries({ ...counts, problems: problems.length, seconds });
  process.stdout.write(`${facts.map(([name, value]) => `${name} ${value}`).join(', ')}\n`);
  process.exitCode = problems.length > 0 ? 1 : 0;
});
