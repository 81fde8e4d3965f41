import { canonicalText, parseStandardNumber, type StandardLevel } from '@liangxing/standard-number';
import {
  expectationsOf,
  indexExpectations,
  matchesOf,
  type ExpectationIndex,
  type Industry,
} from '../expectations/index';
import type { BilingualText, StructureTemplateId, StructureTree } from '../structure';
import { formerPlace } from './former-place';
import { bodyOfClass, topicOfNumber } from './number-rules';
import { LEAST_LIKENESS, PlaceHistory, type PlacedExample, type Precedent } from './place-history';
import { leafOf, leafOfOwn, topicIn } from './topics';
import { WORD_RULES, type WordRule } from './word-rules';

/** An entry of the register that has no place yet. */
export interface PlacingEntry {
  readonly number: string;
  readonly title: string;
  readonly level?: StandardLevel | undefined;
  /** 体系编号 as the register tells it, perhaps by another form. */
  readonly systemCode?: string | undefined;
}

/** Why a place is suggested, as people read it. */
export interface PlaceReason {
  readonly kind: 'code' | 'number' | 'word' | 'history' | 'expectation';
  readonly text: BilingualText;
}

export interface PlaceSuggestion {
  /** Key of the node. */
  readonly node: string;
  /** 0 to 1, in hundredths: the share of such suggestions that a person would take. */
  readonly confidence: number;
  /** The strongest first; never empty. */
  readonly reasons: readonly PlaceReason[];
}

export interface Placer {
  /** The likely places, the likeliest first, at most three; empty: better no suggestion than a wrong one. */
  suggest(entry: PlacingEntry): readonly PlaceSuggestion[];
}

/** From here on suggestions may be accepted together. */
export const ACCEPT_ALL_CONFIDENCE = 0.7;
/** Below, nothing is suggested. */
const LEAST_CONFIDENCE = 0.35;
/** Further places beside the best. */
const LEAST_OF_OTHERS = 0.2;
const MOST_SUGGESTIONS = 3;
const LONGEST_TITLE = 200;

/** Titles are cut into parts: what a part ends with says what kind of document it is. */
interface Title {
  readonly whole: string;
  /** The last one is the head of the title. */
  readonly parts: readonly string[];
}

function titleOf(text: string): Title {
  const plain = canonicalText(text.slice(0, LONGEST_TITLE)).replaceAll(/[《》]/gu, '');
  const parts = plain
    .split(/(?:第\s*[\d.\-一二三四五六七八九十]+\s*(?:部分|篇|章)|[\s::,,;;])+/u)
    .map((part) => part.trim())
    .filter((part) => part !== '');
  return { whole: plain.replaceAll(/\s+/gu, ''), parts: parts.length === 0 ? [plain] : parts };
}

/** How much a word counts where it stands: at the end of the head, in the head, in what goes before. */
const AT_END = 1;
const IN_HEAD = 0.92;
const BEFORE = 0.75;

function standing(word: string, { whole, parts }: Title): number {
  const isEnd = word.endsWith('$');
  const plain = isEnd ? word.slice(0, -1) : word;
  if (!whole.includes(plain)) return 0;
  const head = parts.at(-1) ?? whole;
  if (head.endsWith(plain)) return AT_END;
  if (isEnd) return parts.some((part) => part.endsWith(plain)) ? BEFORE : 0;
  return head.includes(plain) ? IN_HEAD : BEFORE;
}

interface Evidence {
  readonly node: string;
  readonly weight: number;
  readonly reason: PlaceReason;
}

const isOwn = ({ level, number }: PlacingEntry): boolean => {
  if (level !== undefined) return level === 'enterprise';
  const parsed = parseStandardNumber(number);
  return parsed.kind !== 'standard' || parsed.level === 'enterprise';
};

interface Hit {
  readonly rule: WordRule;
  readonly words: readonly string[];
  readonly weight: number;
}

function hitOf(rule: WordRule, title: Title): Hit | undefined {
  const weight = rule.weight * Math.min(...rule.words.map((word) => standing(word, title)));
  if (weight === 0 || rule.except.some((word) => title.whole.includes(word))) return undefined;
  return { rule, words: rule.words.map((word) => word.replace('$', '')), weight };
}

/** 设计规范 says more than the 规范 in it: what lies within a longer word that was found is dropped. */
function isWithin({ words: [word = '', ...more] }: Hit, hits: readonly Hit[]): boolean {
  if (more.length > 0) return false;
  return hits.some(({ words }) =>
    words.some((other) => other.length > word.length && other.includes(word)),
  );
}

function wordEvidence(
  { template, industry }: Pick<Rulebook, 'template' | 'industry'>,
  scope: 'own' | 'outside',
  title: Title,
): readonly Evidence[] {
  const hits = WORD_RULES.filter((rule) => rule.scope === 'any' || rule.scope === scope).flatMap(
    (rule) => hitOf(rule, title) ?? [],
  );
  return hits
    .filter((hit) => !isWithin(hit, hits))
    .map(({ rule, words, weight }) => {
      const said = words.join('”“');
      const text = { 'zh-CN': `标准名称中有“${said}”`, en: `The title has “${said}”` };
      const leaf = leafOf(topicIn(rule.topic, industry), template);
      const node = scope === 'own' ? leafOfOwn(leaf, title.whole) : leaf;
      return { node, weight, reason: { kind: 'word', text } };
    });
}

const likenessWeight = (likeness: number): number =>
  likeness < LEAST_LIKENESS ? 0 : Math.min(0.85, likeness);

/** Parts of one standard may serve different ends: a single part says less than several that agree. */
const seriesWeight = ({ here, all }: { readonly here: number; readonly all: number }): number =>
  (0.93 * here) / (all + 0.45);

function historyEvidence({ node, likeness, example, series }: Precedent): Evidence | undefined {
  const name = `${example.number} ${example.title}`.trim();
  if (series !== undefined) {
    const text = { 'zh-CN': `同一系列的 ${name} 在此`, en: `${name}, of the same series, is here` };
    const weight = Math.max(seriesWeight(series), likenessWeight(likeness));
    return { node, weight, reason: { kind: 'history', text } };
  }
  const weight = likenessWeight(likeness);
  if (weight === 0) return undefined;
  const text = { 'zh-CN': `名称相近的 ${name} 在此`, en: `${name}, with a like title, is here` };
  return { node, weight, reason: { kind: 'history', text } };
}

interface Rulebook {
  readonly template: StructureTemplateId;
  readonly industry: Industry;
  readonly nodes: ReadonlySet<string>;
  readonly expectations: ExpectationIndex;
  readonly history: PlaceHistory;
}

function numberEvidence(book: Rulebook, entry: PlacingEntry): readonly Evidence[] {
  const parsed = parseStandardNumber(entry.number);
  if (parsed.kind !== 'standard') return [];
  const found = topicOfNumber(parsed);
  if (found === undefined) return [];
  const { topic, weight, family } = found;
  const text = { 'zh-CN': `${family} 属于这一类`, en: `${family} is of this kind` };
  return [{ node: leafOf(topic, book.template), weight, reason: { kind: 'number', text } }];
}

/** A register that was numbered by the form of 2003 tells where each standard stood. */
function codeEvidence(book: Rulebook, entry: PlacingEntry): readonly Evidence[] {
  if (book.template !== 'gb-t-15496-2017') return [];
  const former = formerPlace({ ...entry, isOwn: isOwn(entry) });
  if (former === undefined) return [];
  const { node, weight, code, readFrom, name } = former;
  // Named as it stands there: who is told of a code looks for it, and in its own column.
  const text =
    readFrom === 'own_number'
      ? {
          'zh-CN': `标准编号 ${entry.number} 中的 ${code} 是 2003 版的“${name['zh-CN']}”`,
          en: `${code} in the number ${entry.number} is “${name.en}” of the 2003 form`,
        }
      : {
          'zh-CN': `明细中的体系编号“${entry.systemCode ?? ''}”是 2003 版的“${code} ${name['zh-CN']}”`,
          en: `The register's system code “${entry.systemCode ?? ''}” is “${code} ${name.en}” of the 2003 form`,
        };
  return [{ node, weight, reason: { kind: 'code', text } }];
}

function expectationEvidence(book: Rulebook, entry: PlacingEntry): readonly Evidence[] {
  const standard = { id: '', ...entry, isPlanned: false };
  return matchesOf(book.expectations, standard, new Set()).flatMap(({ expectation, basis }) => {
    const name = expectation.title;
    const text = {
      'zh-CN': `完整的体系在此应有“${name['zh-CN']}”`,
      en: `A complete system holds “${name.en}” here`,
    };
    const weight = basis === 'number' ? 0.95 : 0.8;
    return [{ node: expectation.node, weight, reason: { kind: 'expectation' as const, text } }];
  });
}

/** In the form of 2003 the class letter names the body: what lies in another one is unlikely. */
const OTHER_BODY = 0.45;

function bodyFactor(book: Rulebook, entry: PlacingEntry, node: string): number {
  if (book.template !== 'gb-t-15496-2003') return 1;
  const parsed = parseStandardNumber(entry.number);
  if (parsed.kind !== 'standard' || parsed.level !== 'enterprise') return 1;
  const body = bodyOfClass(parsed.classCode);
  return body === undefined || node.startsWith(body) ? 1 : OTHER_BODY;
}

function evidenceOf(book: Rulebook, entry: PlacingEntry): readonly Evidence[] {
  const title = titleOf(entry.title);
  const scope = isOwn(entry) ? 'own' : 'outside';
  const precedents = [...book.history.precedents(entry).values()];
  const series = precedents.filter((precedent) => precedent.series !== undefined);
  return [
    ...codeEvidence(book, entry),
    // Where the enterprise has placed parts of the series itself, its own choice replaces the general rule.
    ...numberEvidence(book, entry).filter(
      ({ node }) => series.length === 0 || series.some((precedent) => precedent.node === node),
    ),
    ...(scope === 'own' ? expectationEvidence(book, entry) : []),
    ...wordEvidence(book, scope, title),
    ...precedents.flatMap((precedent) => historyEvidence(precedent) ?? []),
  ].filter(({ node }) => book.nodes.has(node));
}

interface Candidate {
  readonly node: string;
  readonly strength: number;
  readonly reasons: readonly PlaceReason[];
}

const KINDS = ['code', 'number', 'expectation', 'word', 'history'] as const;

/** Kinds of evidence support each other; several words of one kind are not better than the best. */
function candidateOf(node: string, evidence: readonly Evidence[], factor: number): Candidate {
  const sorted = [...evidence].sort((a, b) => b.weight - a.weight);
  const doubt = KINDS.map(
    (kind) => sorted.find(({ reason }) => reason.kind === kind)?.weight ?? 0,
  ).reduce((left, weight) => left * (1 - weight), 1);
  return { node, strength: (1 - doubt) * factor, reasons: sorted.map(({ reason }) => reason) };
}

/** What a rival takes away from the best. */
const RIVALRY = 0.3;

function suggestionsOf(candidates: readonly Candidate[]): readonly PlaceSuggestion[] {
  const sorted = [...candidates].sort(
    (a, b) => b.strength - a.strength || (a.node < b.node ? -1 : 1),
  );
  const found = sorted.map(({ node, strength, reasons }, index) => {
    const rival = sorted[index === 0 ? 1 : 0]?.strength ?? 0;
    const confidence = Math.round(100 * Math.max(0, strength - RIVALRY * rival)) / 100;
    return { node, confidence, reasons: reasons.slice(0, MOST_SUGGESTIONS) };
  });
  // The second best is nothing to offer where the best is too weak.
  if ((found[0]?.confidence ?? 0) < LEAST_CONFIDENCE) return [];
  return found.filter(({ confidence }) => confidence >= LEAST_OF_OTHERS).slice(0, MOST_SUGGESTIONS);
}

/**
 * Suggests places by rules that can be read: the number's series, words of the title, what a
 * complete system expects, and the enterprise's own earlier placements.
 * @param tree nodes by their stable keys; keys of a template are its codes, own nodes are known by history only
 * @param template form on which the tree rests
 * @param history standards that are placed already
 */
export function createPlacer(
  tree: StructureTree,
  template: StructureTemplateId,
  history: readonly PlacedExample[],
  industry: Industry = 'manufacturing',
): Placer {
  const book: Rulebook = {
    template,
    industry,
    nodes: new Set(tree.nodes.map(({ code }) => code)),
    expectations: indexExpectations(expectationsOf(template, industry)),
    history: new PlaceHistory(history),
  };
  return {
    suggest(entry) {
      const byNode = new Map<string, Evidence[]>();
      for (const evidence of evidenceOf(book, entry)) {
        const list = byNode.get(evidence.node);
        if (list === undefined) byNode.set(evidence.node, [evidence]);
        else list.push(evidence);
      }
      return suggestionsOf(
        [...byNode].map(([node, evidence]) =>
          candidateOf(node, evidence, bodyFactor(book, entry, node)),
        ),
      );
    },
  };
}

export type { PlacedExample } from './place-history';
