import { findItem, listItems, type Scheme } from '@liangxing/scheme';
import { loadScheme } from '@liangxing/scheme/loader';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { withProductFacts } from './product-facts';

const text = readFileSync(
  join(import.meta.dirname, '../../../../libs/scheme/packs/gsp-2004.yaml'),
  'utf8',
);
const newest = loadScheme([{ name: 'gsp-2004.yaml', text }]);
/** As it was published before items named nodes and lists. */
const before = loadScheme([
  { name: 'before.yaml', text: text.replace(/^ *(?:nodes|records): \[.*\]\n/gmu, '') },
]);

const told = (scheme: Scheme) => listItems(scheme).filter(({ item }) => item.nodes).length;

describe('a version that was published earlier', () => {
  it('is told which nodes and lists answer its items by the newest version', () => {
    expect(told(before)).toBe(0);
    const filled = withProductFacts(before, newest);
    expect(told(filled)).toBe(told(newest));
    expect(findItem(filled, '1.2')?.records).toEqual(findItem(newest, '1.2')?.records);
  });

  it('stays what it was in everything else, and whole versions stay as they are', () => {
    const filled = withProductFacts(before, newest);
    const bare = JSON.stringify(filled, (key, value: unknown) =>
      key === 'nodes' || key === 'records' ? undefined : value,
    );
    expect(JSON.parse(bare)).toEqual(before);
    expect(withProductFacts(newest, before)).toEqual(newest);
  });
});
