/** Size of the first load, and time from an address typed to a usable scoring sheet. */
import { existsSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { gzipSync } from 'node:zlib';
import { milliseconds, reasonOf, report, type BenchRow } from './measure';
import { openingTimes } from './opening';
import { startProduct, type Product } from './product';

const browserFolder = resolve('frontend', 'dist', 'browser');

/** What the page names itself (scripts, preloads, styles), and what those import outright. */
function firstLoad(): BenchRow {
  const what = 'First load of the front end, gzip';
  const index = join(browserFolder, 'index.html');
  if (!existsSync(index)) return { what, missing: 'frontend/dist is missing; run npm start once' };
  const html = readFileSync(index, 'utf8');
  const queue = [...html.matchAll(/(?:src|href)="([^"]+\.(?:js|css))"/g)].map(
    ([, name]) => name ?? '',
  );
  const seen = new Set<string>();
  let bytes = gzipSync(html).length;
  for (let name = queue.pop(); name !== undefined; name = queue.pop()) {
    if (seen.has(name)) continue;
    seen.add(name);
    const text = readFileSync(join(browserFolder, name), 'utf8');
    bytes += gzipSync(text).length;
    for (const [, imported] of text.matchAll(/(?:\bfrom|\bimport)\s*"\.\/([^"]+\.js)"/g))
      if (imported !== undefined) queue.push(imported);
  }
  const kilobytes = bytes / 1000;
  return {
    what: `${what} (${seen.size} files and the page)`,
    ours: `${kilobytes.toFixed(0)} kB`,
    other: '300 kB',
    ratio: kilobytes / 300,
    aim: { atMost: 1 },
  };
}

const rows = [firstLoad()];
let product: Product | undefined;
try {
  product = await startProduct();
  const { cold, warm } = await openingTimes(product, {
    path: `/o/${product.organizationId}/assessment`,
    testId: 'item-card',
    cookie: product.cookie,
  });
  rows.push(
    { what: 'Usable scoring sheet, empty browser cache', ours: milliseconds(cold) },
    { what: 'Usable scoring sheet, second visit', ours: milliseconds(warm) },
  );
} catch (error) {
  rows.push({ what: 'Time to a usable scoring sheet', missing: reasonOf(error) });
} finally {
  await product?.stop();
}
report(rows, [
  'First load: the page, its scripts, preloads and styles and everything those import outright; fonts and lazy parts are not in it.',
  'Usable: from the navigation until the first item of the sample assessment is visible in Chromium on the same machine, without network delay.',
]);
