import { loadSchemes } from '@liangxing/scheme/loader';
import { dossierScheme } from '@liangxing/dossier';
import { listItems, type Scheme } from '@liangxing/scheme';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { packsFolder } from '../../testing/published-schemes';
import { contentHash, originsOf, ownScheme } from './own-scheme';

const national = loadSchemes(
  readdirSync(packsFolder).map((name) => ({
    name,
    text: readFileSync(join(packsFolder, name), 'utf8'),
  })),
).find(({ id }) => id === 'gsp-2004') as Scheme;

describe('a scheme that an organization publishes', () => {
  const own = ownScheme(national, 3);

  it('has an id that no shipped scheme has, and a version by its number', () => {
    expect([own.id, own.version]).toEqual(['own-gsp-2004', '3.0.0']);
    expect(ownScheme(own, 4).id).toBe('own-gsp-2004');
  });

  it('says in every dossier that the organization entered it', () => {
    expect(dossierScheme(own).sources[0]).toBe('评分表由本企业录入');
    expect(ownScheme(own, 4).sources).toEqual(own.sources);
  });

  it('claims nothing as verified, and keeps what it wrote itself apart', () => {
    const { entered, house, relabelled } = originsOf(national);
    const provenances = listItems(own).map(({ item }) => item.provenance);
    expect(JSON.stringify(own)).not.toContain('"verified"');
    expect(entered + house).toBe(listItems(national).length);
    expect(provenances.filter((provenance) => provenance === 'entered')).toHaveLength(relabelled);
    expect(relabelled).toBeGreaterThan(0);
  });

  it('is the same content whatever its version', () => {
    expect(contentHash(ownScheme(national, 1))).toBe(contentHash(own));
    expect(contentHash({ ...own, title: { 'zh-CN': '另一份' } })).not.toBe(contentHash(own));
  });
});
