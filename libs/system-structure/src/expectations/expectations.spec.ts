import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import { parseStandardNumber } from '@liangxing/standard-number';
import { STRUCTURE_TEMPLATES } from '../templates/index';
import type { StructureTemplate } from '../structure';
import { ENTERPRISE_SIZES, INDUSTRIES } from './expectation';
import { EXPECTATIONS, expectationsOf } from './library/index';
import { NODE_FACTS } from './node-facts';
import { OUTLINE_IDS, OUTLINES } from './outlines';

const TEMPLATES = Object.values(STRUCTURE_TEMPLATES);

/** Nodes without children. */
function leavesOf(template: StructureTemplate): readonly string[] {
  const parents = new Set(template.nodes.map((node) => node.parent));
  return template.nodes.map((node) => node.code).filter((code) => !parents.has(code));
}

/** Which nodes the items of a pack name. */
interface PackNodes {
  readonly sections: readonly {
    readonly groups: readonly {
      readonly items: readonly { readonly id: string; readonly nodes?: readonly string[] }[];
    }[];
  }[];
}

/** Nodes of a shipped pack by item; items without nodes have none. */
function nodesByItem(pack: string): ReadonlyMap<string, readonly string[]> {
  const text = readFileSync(join(__dirname, '../../../scheme/packs', `${pack}.yaml`), 'utf8');
  const { sections } = parse(text) as PackNodes;
  const items = sections.flatMap(({ groups }) => groups.flatMap((group) => group.items));
  return new Map(items.map(({ id, nodes = [] }) => [id, nodes]));
}

describe('the library of expected documents', () => {
  it('holds several hundred documents for each template, each id once', () => {
    const ids = EXPECTATIONS.map(({ id }) => id);
    expect(new Set(ids).size).toBe(ids.length);
    for (const { id } of TEMPLATES) {
      for (const industry of INDUSTRIES) {
        expect(expectationsOf(id, industry).length).toBeGreaterThanOrEqual(200);
      }
    }
  });

  it('asks less of smaller enterprises, and of each what is essential', () => {
    for (const { id } of TEMPLATES) {
      for (const industry of INDUSTRIES) {
        const kept = ENTERPRISE_SIZES.map((size) => expectationsOf(id, industry, size));
        const counts = kept.map(({ length }) => length);
        expect(counts).toEqual([...counts].sort((a, b) => a - b));
        expect(new Set(counts).size).toBe(ENTERPRISE_SIZES.length);
        expect(kept.at(-1)).toEqual(expectationsOf(id, industry));
        const essential = kept.map((rows) => rows.filter(({ isEssential }) => isEssential).length);
        expect(new Set(essential).size).toBe(1);
        // Most of what a small enterprise writes is not indispensable either.
        expect(essential[0]).toBeLessThan((counts[0] ?? 0) / 2);
      }
    }
  });

  it('places every document at a leaf of its template', () => {
    for (const template of TEMPLATES) {
      const leaves = new Set(leavesOf(template));
      const astray = EXPECTATIONS.filter(
        (row) => row.template === template.id && !leaves.has(row.node),
      );
      expect(astray.map(({ id }) => id)).toEqual([]);
    }
  });

  it('expects something essential at every leaf that may not be trimmed, in every industry', () => {
    for (const template of TEMPLATES) {
      for (const industry of INDUSTRIES) {
        const essential = expectationsOf(template.id, industry).filter((row) => row.isEssential);
        const nodes = new Set(essential.map(({ node }) => node));
        const bare = leavesOf(template).filter(
          (code) => NODE_FACTS[code]?.mayTrim === false && !nodes.has(code),
        );
        expect([template.id, industry, bare]).toEqual([template.id, industry, []]);
      }
    }
  });

  it('writes every row completely, with words of two signs at least', () => {
    for (const row of EXPECTATIONS) {
      expect(row.topic).toMatch(/^[a-z0-9]+(-[a-z0-9]+)*$/u);
      expect(row.title['zh-CN'].length).toBeGreaterThan(1);
      expect(row.title.en.length).toBeGreaterThan(2);
      expect(row.industries.length).toBeGreaterThan(0);
      const used = [...row.words.flat(), ...row.wordsHere.flat(), ...row.exceptWords];
      expect([row.id, used.filter((word) => word.trim() === '')]).toEqual([row.id, []]);
      expect(row.words.length + row.wordsHere.length).toBeGreaterThan(0);
      expect(row.words.every((group) => group.length > 0)).toBe(true);
    }
  });

  it('names external standards by undated numbers that can be read', () => {
    for (const { number } of EXPECTATIONS) {
      if (number === undefined) continue;
      const parsed = parseStandardNumber(number);
      expect([number, parsed.kind]).toEqual([number, 'standard']);
      expect(parsed).not.toHaveProperty('year');
    }
  });

  it('matches the title of each document of the enterprise by its own words', () => {
    const astray = EXPECTATIONS.filter(({ words, wordsHere, exceptWords, title, level }) => {
      const text = title['zh-CN'];
      const met = [...words, ...wordsHere].some((group) => group.every((w) => text.includes(w)));
      return level !== 'external' && !(met && !exceptWords.some((word) => text.includes(word)));
    });
    expect(astray.map(({ id }) => id)).toEqual([]);
  });
});

describe('outlines', () => {
  it('are at least 25, each id once, technical, management and post', () => {
    expect(OUTLINE_IDS.length).toBeGreaterThanOrEqual(25);
    expect(new Set(OUTLINE_IDS).size).toBe(OUTLINE_IDS.length);
    expect(new Set(OUTLINES.map(({ kind }) => kind)).size).toBe(3);
  });

  it('serve at least one expected document each', () => {
    const used = new Set(EXPECTATIONS.map(({ outline }) => outline));
    expect(OUTLINE_IDS.filter((id) => !used.has(id))).toEqual([]);
  });
});

describe('facts of the nodes', () => {
  it('are there for every node of both templates and for no other', () => {
    const codes = TEMPLATES.flatMap(({ nodes }) => nodes.map(({ code }) => code));
    expect(Object.keys(NODE_FACTS).sort()).toEqual([...codes].sort());
  });

  it('ask a question where a node may be trimmed, in both languages', () => {
    for (const [code, { mayTrim, trimQuestion }] of Object.entries(NODE_FACTS)) {
      expect([code, trimQuestion['zh-CN'].endsWith('？')]).toEqual([code, mayTrim]);
      expect([code, trimQuestion.en.endsWith('?')]).toEqual([code, mayTrim]);
    }
  });
});

describe('items of the shipped packs', () => {
  const codes = new Set(TEMPLATES.flatMap(({ nodes }) => nodes.map(({ code }) => code)));

  it.each(['gsp-2004', 'gb-t-19273-2017'])('of %s name only nodes that there are', (pack) => {
    const named = [...nodesByItem(pack).values()].flat();
    expect(named.length).toBeGreaterThan(90);
    expect(named.filter((code) => !codes.has(code))).toEqual([]);
  });

  it.each([
    ['gsp-2004', /^[234]\./u, 'gb-t-15496-2003'],
    ['gb-t-19273-2017', /^2\./u, 'gb-t-15496-2017'],
    ['gb-t-19273-2017', /^2\./u, 'gb-t-15496-2003'],
  ] as const)(
    'of %s on the standards themselves (%s) have nodes of the form %s',
    (pack, parts, form) => {
      const own = new Set(STRUCTURE_TEMPLATES[form].nodes.map(({ code }) => code));
      const bare = [...nodesByItem(pack)].filter(
        ([id, nodes]) => parts.test(id) && !nodes.some((code) => own.has(code)),
      );
      expect(bare.map(([id]) => id)).toEqual([]);
    },
  );
});
