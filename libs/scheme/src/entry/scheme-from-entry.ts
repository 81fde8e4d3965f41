import { listItems } from '../lookup';
import type { PackDocument, PackItem, PackRule, PackSection, PackText } from '../pack/document';
import { schemeFromDocument } from '../pack/load';
import { SchemePackError } from '../pack/problem';
import { documentFromScheme } from '../pack/serialise';
import type { EnteredTable, Hundredths, Scheme } from '../scheme';
import type { EntryContent, EntryItem, EntryProblem, EntryRule } from './entry';
import { entryProblems } from './entry-problems';
import { gatesOf, gradesOf } from './entry-grades';
import { placeOf } from './entry-places';

/** What an entered table stands on beside what was typed. */
export interface EntryRoots {
  /** Of its pack, without the prefix of own schemes. */
  readonly id: string;
  /** The workbook that it was taken from; what an entry has no field for stays as it is there. */
  readonly imported: Scheme | null;
  /** The readiness scheme: words, conditions of an application, and what its items rest on. */
  readonly readiness: Scheme;
}

export type EntryPeople = Pick<EnteredTable, 'enteredBy' | 'checkedBy' | 'checkedOn'>;

/** Id of the one source of an entered table. */
const PAPER = 'paper';
const origin = { provenance: 'entered', source: PAPER } as const;

const decimal = (hundredths: Hundredths | null): number => (hundredths ?? 0) / 100;

/** The kept text with its translation where the Chinese is still the same. */
const textOf = (typed: string, kept: PackText | undefined): PackText =>
  typeof kept === 'object' && kept['zh-CN'] === typed ? kept : typed;

function ruleOf(rule: EntryRule, kept: PackRule | undefined): PackRule {
  const { kind, amount, max, beyond, steps } = rule;
  const { sameFactAs, mostDirect } = kept ?? {};
  const base = {
    id: rule.id,
    text: textOf(rule.text, kept?.text),
    ...origin,
    ...(beyond && { beyondItem: true }),
    ...(sameFactAs && { sameFactAs }),
    ...(mostDirect && { mostDirect }),
  };
  const cap = max === null ? {} : { max: decimal(max) };
  if (kind === 'choice')
    return {
      ...base,
      kind,
      choices: steps.map((step) => ({
        id: step.id,
        label: textOf(step.label, kept?.choices?.find(({ id }) => id === step.id)?.label),
        deduct: decimal(step.amount),
      })),
    };
  if (kind === 'rate')
    return {
      ...base,
      kind,
      bands: steps.map((step) => ({
        atLeastPercent: step.percent ?? 0,
        deduct: decimal(step.amount),
      })),
    };
  if (kind === 'award' || kind === 'award_each')
    return {
      ...base,
      kind: 'award',
      award: decimal(amount),
      perEach: kind === 'award_each',
      ...cap,
    };
  return kind === 'fixed'
    ? { ...base, kind, deduct: decimal(amount) }
    : { ...base, kind, deduct: decimal(amount), ...cap };
}

/** Nodes and lists of the readiness items that serve an item serve it too. */
function servedBy(item: EntryItem, readiness: Scheme): Pick<PackItem, 'nodes' | 'records'> {
  const serving = listItems(readiness)
    .map((placed) => placed.item)
    .filter(({ id }) => item.mappedTo.includes(id));
  const nodes = [...new Set(serving.flatMap((one) => one.nodes ?? []))];
  const records = [...new Set(serving.flatMap((one) => one.records ?? []))];
  return { ...(nodes.length > 0 && { nodes }), ...(records.length > 0 && { records }) };
}

function itemOf(item: EntryItem, kept: PackItem | undefined, readiness: Scheme): PackItem {
  const { clause, topic, asked, evidence } = item;
  const mode = kept?.mode;
  return {
    id: item.id,
    ...origin,
    ...(clause.trim() !== '' && { clause }),
    topic: textOf(topic, kept?.topic),
    asked: textOf(asked.trim() === '' ? topic : asked, kept?.asked),
    evidence: evidence.map((text, index) => textOf(text, kept?.evidence?.[index])),
    points: decimal(item.points),
    star: item.star,
    ...(mode && { mode }),
    ...servedBy(item, readiness),
    ...(item.mappedTo.length === 0 && kept?.nodes && { nodes: kept.nodes }),
    ...(item.mappedTo.length === 0 && kept?.records && { records: kept.records }),
    rules: item.rules.map((rule) =>
      ruleOf(
        rule,
        kept?.rules?.find(({ id }) => id === rule.id),
      ),
    ),
  };
}

const factorOf = (factor: number | null): { factor?: number } =>
  factor === null ? {} : { factor: decimal(factor) };

function sectionsOf(
  content: EntryContent,
  base: PackDocument | null,
  readiness: Scheme,
): readonly PackSection[] {
  const kept = new Map(
    (base?.sections ?? [])
      .flatMap(({ groups }) => groups ?? [])
      .flatMap(({ items }) => items ?? [])
      .map((item) => [item.id, item]),
  );
  const keptGroups = new Map(
    (base?.sections ?? []).flatMap(({ groups }) => groups ?? []).map((group) => [group.id, group]),
  );
  const itemsUnder = (id: string): readonly PackItem[] =>
    content.items
      .filter(({ under }) => under === id)
      .map((item) => itemOf(item, kept.get(item.id), readiness));
  return content.parts.map(({ id, title, points, bonus, factor }) => {
    const groups = content.groups.filter(({ part }) => part === id);
    return {
      id,
      title: textOf(title, base?.sections?.find((section) => section.id === id)?.title),
      points: decimal(points),
      bonus,
      ...origin,
      ...factorOf(factor),
      // A part without 分项 is one group of its own number.
      groups: (groups.length === 0 ? [{ id, title, points, factor: null }] : groups).map(
        (group) => {
          const keptGroup = keptGroups.get(group.id);
          const { subsystem2003, area2017 } = keptGroup ?? {};
          return {
            id: group.id,
            title: textOf(group.title, keptGroup?.title),
            points: decimal(group.points),
            ...origin,
            ...factorOf(group.factor),
            ...(subsystem2003 && { subsystem2003 }),
            ...(area2017 && { area2017 }),
            items: itemsUnder(group.id),
          };
        },
      ),
    };
  });
}

/** Words and conditions; the wording of the conditions is ours, whoever entered the points. */
function frameOf({ imported, readiness }: EntryRoots, base: PackDocument | null): object {
  if (base !== null) {
    const { form, isHistorical, targetGrades, basis, validFrom, validUntil, supersededBy } = base;
    const conditions = base.conditions?.map((one) => ({ ...one, source: PAPER }));
    const { terms, notes } = base;
    return {
      ...{ terms, notes, basis },
      ...(form && { form }),
      ...(isHistorical && { isHistorical }),
      ...(targetGrades && { targetGrades }),
      ...(validFrom && { validFrom }),
      ...(validUntil && { validUntil }),
      ...(supersededBy && { supersededBy }),
      ...(conditions && imported?.conditions && { conditions }),
    };
  }
  return {
    terms: readiness.terms,
    basis: readiness.basis,
    ...(readiness.form && { form: readiness.form }),
    ...(readiness.validFrom && { validFrom: readiness.validFrom }),
    ...(readiness.conditions && {
      conditions: readiness.conditions.map(({ source: _source, ...condition }) => ({
        ...condition,
        provenance: 'house',
        source: PAPER,
      })),
    }),
  };
}

function documentOf(content: EntryContent, roots: EntryRoots): object {
  const { source, tablePoints } = content;
  const base = roots.imported === null ? null : documentFromScheme(roots.imported);
  return {
    ...frameOf(roots, base),
    id: roots.id,
    version: '1.0.0',
    title: textOf(content.title, base?.title),
    kind: 'scored',
    languages: ['zh-CN'],
    sources: [
      {
        id: PAPER,
        title: `${source.document}（${source.edition}，第 ${source.pages} 页）`.slice(0, 500),
        note: `持有人：${source.holder}`.slice(0, 1000),
      },
    ],
    basicPoints: decimal(content.basicPoints),
    bonusPoints: decimal(content.bonusPoints),
    ...(tablePoints !== null && { tablePoints: decimal(tablePoints) }),
    policies: content.policies,
    grades: gradesOf(content, base),
    gates: gatesOf(content),
    sections: sectionsOf(content, base, roots.readiness),
  };
}

/**
 * An entered table as a scheme, or everything that is wrong with it and where.
 * @param people null while nobody has checked it: then only the problems are of use
 */
export function schemeFromEntry(
  content: EntryContent,
  roots: EntryRoots,
  people: EntryPeople | null,
): { readonly scheme: Scheme } | { readonly problems: readonly EntryProblem[] } {
  const problems = entryProblems(content);
  if (problems.length > 0) return { problems };
  try {
    const scheme = schemeFromDocument({ name: 'entry', document: documentOf(content, roots) });
    return { scheme: people === null ? scheme : withPeople(scheme, content, roots, people) };
  } catch (error) {
    if (!(error instanceof SchemePackError)) throw error;
    return {
      problems: error.problems.map(({ code, path, message, mend }) => ({
        code,
        place: placeOf(path, content),
        message: {
          'zh-CN': message['zh-CN'] + mend['zh-CN'],
          en: `${message.en} ${mend.en}`,
        },
      })),
    };
  }
}

function withPeople(
  scheme: Scheme,
  { source, items }: EntryContent,
  { readiness }: EntryRoots,
  people: EntryPeople,
): Scheme {
  const serving = new Map(items.map(({ id, mappedTo }) => [id, mappedTo]));
  return {
    ...scheme,
    entered: { ...source, ...people, readinessScheme: readiness.id },
    sections: scheme.sections.map((section) => ({
      ...section,
      groups: section.groups.map((group) => ({
        ...group,
        items: group.items.map((item) => {
          const readinessItems = serving.get(item.id) ?? [];
          return readinessItems.length === 0 ? item : { ...item, readinessItems };
        }),
      })),
    })),
  };
}
