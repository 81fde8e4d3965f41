import { parseStandardNumber, type StandardLevel } from '@liangxing/standard-number';
import {
  expectationsOf,
  indexExpectations,
  matchesOf,
  type ExpectationIndex,
  type Industry,
} from '../expectations/index';
import type { StructureTemplateId, StructureTree } from '../structure';
import type { Evidence, PlaceReason, TitleEvidence } from './evidence';
import { formerPlace } from './former-place';
import { bodyOfClass, topicOfNumber } from './number-rules';
import { LEAST_LIKENESS, PlaceHistory, type PlacedExample, type Precedent } from './place-history';
import { BEFORE, isHead, titleOf, type Title } from './title';
import { leafOf } from './topics';
import { wordEvidence } from './word-evidence';

/** An entry of the register that has no place yet. */
export interface PlacingEntry {
  readonly number: string;
  readonly title: string;
  readonly level?: StandardLevel | undefined;
  /** 体系编号 as the register tells it, perhaps by another form. */
  readonly systemCode?: string | undefined;
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

const isOwn = ({ level, number }: PlacingEntry): boolean => {
  if (level !== undefined) return level === 'enterprise';
  const parsed = parseStandardNumber(number);
  return parsed.kind !== 'standard' || parsed.level === 'enterprise';
};

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

function expectationEvidence(
  book: Rulebook,
  entry: PlacingEntry,
  title: Title,
): readonly TitleEvidence[] {
  const standard = { id: '', ...entry, isPlanned: false };
  return matchesOf(book.expectations, standard, new Set()).flatMap(({ expectation, basis }) => {
    const name = expectation.title;
    const text = {
      'zh-CN': `完整的体系在此应有“${name['zh-CN']}”`,
      en: `A complete system holds “${name.en}” here`,
    };
    const weight = basis === 'number' ? 0.95 : 0.8;
    const reason = { kind: 'expectation' as const, text };
    const isAbout = expectation.words.some((group) => isHead(group, title));
    return [{ node: expectation.node, weight, reason, isHead: isAbout }];
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

/** Where a word says what the title is about, those before it say only what that belongs to. */
function titleEvidence(book: Rulebook, entry: PlacingEntry, title: Title): readonly Evidence[] {
  if (!isOwn(entry)) return wordEvidence(book, 'outside', title);
  const told = [...expectationEvidence(book, entry, title), ...wordEvidence(book, 'own', title)];
  if (!told.some((one) => one.isHead)) return told;
  return told.map((one) => (one.isHead ? one : { ...one, weight: one.weight * BEFORE }));
}

function evidenceOf(book: Rulebook, entry: PlacingEntry): readonly Evidence[] {
  const title = titleOf(entry.title);
  const precedents = [...book.history.precedents(entry).values()];
  const series = precedents.filter((precedent) => precedent.series !== undefined);
  return [
    ...codeEvidence(book, entry),
    // Where the enterprise has placed parts of the series itself, its own choice replaces the general rule.
    ...numberEvidence(book, entry).filter(
      ({ node }) => series.length === 0 || series.some((precedent) => precedent.node === node),
    ),
    ...titleEvidence(book, entry, title),
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

export type { PlaceReason } from './evidence';
export type { PlacedExample } from './place-history';
