import type { Industry } from '../expectations/index';
import type { StructureTemplateId } from '../structure';
import type { TitleEvidence } from './evidence';
import { isHead, standing, type Title } from './title';
import { leafOf, leafOfOwn, topicIn } from './topics';
import { WORD_RULES, type WordRule } from './word-rules';

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

/** What words of a title tell of its place. */
export function wordEvidence(
  { template, industry }: { readonly template: StructureTemplateId; readonly industry: Industry },
  scope: 'own' | 'outside',
  title: Title,
): readonly TitleEvidence[] {
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
      return { node, weight, reason: { kind: 'word', text }, isHead: isHead(rule.words, title) };
    });
}
