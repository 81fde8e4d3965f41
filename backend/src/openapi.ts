import 'reflect-metadata';
import { writeFile } from 'node:fs/promises';
import { openApiDocument } from './openapi-document';
import { start } from './start';

/** Writes the description of the API to the file that is named; needs no database. */
start(async () => {
  const [, , file = 'backend/openapi.json'] = process.argv;
  await writeFile(file, `${JSON.stringify(await openApiDocument(), null, 2)}\n`);
  process.exit(0);
});
