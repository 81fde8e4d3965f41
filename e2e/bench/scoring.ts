/**
 * On the shipped 2004 table: a whole score against a loop written by hand over flat arrays of the same numbers, and the
 * cheapest route to the highest grade against HiGHS on the same problem.
 */
/* eslint-disable @nx/enforce-module-boundaries -- measures libraries and the import from inside; nothing depends on this folder */
import type { Rule, Scheme } from '@liangxing/scheme';
import { loadSchemes } from '@liangxing/scheme/loader';
import {
  cheapestRoute,
  createScorer,
  possibleCorrections,
  type ItemAnswer,
  type RuleAnswer,
} from '@liangxing/scoring';
import highs from 'highs';
import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { routeMilp } from '../../libs/scoring/src/testing/route-milp';
import { median, milliseconds, report, seededRandom, sideBySide } from './measure';

/** Short turns, so that what else runs on the machine meets both sides alike. */
const CALLS = 20;
const ROUNDS = 3_000;
const random = seededRandom(11);
const below = (count: number): number => Math.floor(random() * count);

function loadTable(): Scheme {
  const folder = join('libs', 'scheme', 'packs');
  const files = readdirSync(folder)
    .filter((name) => name.endsWith('.yaml'))
    .map((name) => ({ name, text: readFileSync(join(folder, name), 'utf8') }));
  const scheme = loadSchemes(files).find(({ id }) => id === 'gsp-2004');
  if (scheme === undefined) throw new Error('gsp-2004 is not among the packs');
  return scheme;
}

/** A random finding and what it is worth as pieces × each, at most `max`. */
function finding(rule: Rule): { answer: RuleAnswer; count: number; each: number; max: number } {
  const once = (answer: RuleAnswer, each: number) => ({ answer, count: 1, each, max: Infinity });
  switch (rule.kind) {
    case 'fixed': {
      const taken = random() < 0.3;
      return once(taken, taken ? rule.deduct : 0);
    }
    case 'per_missing':
    case 'per_finding': {
      const count = below(3);
      return { answer: count, count, each: rule.deduct, max: rule.max ?? Infinity };
    }
    case 'choice': {
      const choice = rule.choices[below(rule.choices.length)];
      return once(choice?.id ?? '', choice?.deduct ?? 0);
    }
    case 'rate': {
      const band = rule.bands[below(rule.bands.length)];
      return once({ part: band?.atLeastPercent ?? 0, whole: 100 }, band?.deduct ?? 0);
    }
    case 'award': {
      const count = below(2);
      return { answer: count, count, each: rule.award, max: rule.max ?? Infinity };
    }
    case 'band':
      return once({}, 0);
  }
}

const scheme = loadTable();
const answers: Record<string, ItemAnswer> = {};
const flat = {
  start: [] as number[],
  points: [] as number[],
  bonus: [] as number[],
  firstRule: [0],
  sign: [] as number[],
  count: [] as number[],
  each: [] as number[],
  max: [] as number[],
};
for (const section of scheme.sections)
  for (const item of section.groups.flatMap(({ items }) => items)) {
    const rules: Record<string, RuleAnswer> = {};
    for (const rule of item.rules) {
      const { answer, count, each, max } = finding(rule);
      rules[rule.id] = answer;
      flat.sign.push(rule.kind === 'award' || rule.kind === 'band' ? 1 : -1);
      flat.count.push(count);
      flat.each.push(each);
      flat.max.push(max);
    }
    answers[item.id] = { state: 'assessed', rules };
    flat.start.push(item.mode === 'deduct' ? item.points : 0);
    flat.points.push(item.points);
    flat.bonus.push(section.bonus ? 1 : 0);
    flat.firstRule.push(flat.sign.length);
  }

const table = {
  start: Int32Array.from(flat.start),
  points: Int32Array.from(flat.points),
  bonus: Int32Array.from(flat.bonus),
  firstRule: Int32Array.from(flat.firstRule),
  sign: Int32Array.from(flat.sign),
  count: Int32Array.from(flat.count),
  each: Int32Array.from(flat.each),
  max: Float64Array.from(flat.max),
};

/** The hand-written loop: the two sums and nothing else. */
function flatLoop(): { basic: number; bonus: number } {
  const sums = [0, 0];
  const { start, points, bonus, firstRule, sign, count, each, max } = table;
  for (let item = 0; item < points.length; item += 1) {
    let value = start[item] ?? 0;
    for (let rule = firstRule[item] ?? 0; rule < (firstRule[item + 1] ?? 0); rule += 1)
      value += (sign[rule] ?? 0) * Math.min((count[rule] ?? 0) * (each[rule] ?? 0), max[rule] ?? 0);
    const part = bonus[item] ?? 0;
    sums[part] = (sums[part] ?? 0) + Math.max(0, Math.min(value, points[item] ?? 0));
  }
  return { basic: sums[0] ?? 0, bonus: sums[1] ?? 0 };
}

const scorer = createScorer(scheme);
const scored = scorer(answers);
const looped = flatLoop();
if (scored.basic !== looped.basic || scored.bonus !== looped.bonus)
  throw new Error(`score ${scored.basic}+${scored.bonus}, loop ${looped.basic}+${looped.bonus}`);

let kept = 0;
const microseconds = (work: () => { basic: number }): number => {
  const start = performance.now();
  for (let call = 0; call < CALLS; call += 1) kept += work().basic;
  return ((performance.now() - start) * 1000) / CALLS;
};
const ours: number[] = [];
const loop: number[] = [];
microseconds(() => scorer(answers));
microseconds(flatLoop);
for (let round = 0; round < ROUNDS; round += 1) {
  ours.push(microseconds(() => scorer(answers)));
  loop.push(microseconds(flatLoop));
}
if (kept === 0) throw new Error('nothing was scored');

/** One program for each route of the grade; the least of them is the answer. */
const solver = await highs();
const [highest] = scheme.grades;
if (highest === undefined) throw new Error(`${scheme.id} has no grades`);
const corrections = possibleCorrections(scheme, answers);
const programs = highest.routes.map((route) =>
  routeMilp(scheme, answers, {}, highest, route, corrections),
);
const route = () => cheapestRoute(scheme, answers, {}, highest.id, corrections);
const solved = () =>
  Math.min(
    ...programs.map((program) => {
      const found = solver.solve(program, { mip_rel_gap: 0, output_flag: false });
      return found.Status === 'Optimal' ? Math.round(found.ObjectiveValue) : Infinity;
    }),
  );
if (route().effort !== solved())
  throw new Error(`route ${route().effort}, HiGHS ${solved()} tenths of a person-day`);
/** Turns of both sides last about as long, so that what else runs on the machine meets both alike. */
const ROUTES = 20;
const routes = () => Array.from({ length: ROUTES }, route);
routes();
const [turn = Number.NaN, programmed = Number.NaN] = await sideBySide(9, [routes, solved]);
const routed = turn / ROUTES;
report(
  [
    {
      what: `Score of a full assessment (${flat.points.length} items, ${flat.sign.length} rules)`,
      ours: `${median(ours).toFixed(1)} µs`,
      other: `${median(loop).toFixed(1)} µs hand-written loop`,
      ratio: median(ours) / median(loop),
      aim: { atMost: 8 },
    },
    {
      what: `Cheapest route to ${highest.id} (${corrections.length} corrections): how many times faster than HiGHS`,
      ours: milliseconds(routed),
      other: milliseconds(programmed),
      ratio: programmed / routed,
      aim: { atLeast: 20 },
    },
    {
      what: `Cheapest route to ${highest.id}, against a frame of the screen`,
      ours: milliseconds(routed),
      other: '16 ms',
      ratio: routed / 16,
      aim: { atMost: 1 },
    },
  ],
  [
    'The loop gives only the two sums (checked to be equal) from typed arrays in which the answers are already numbers; the scorer also looks answers up by id and gives every item, section, grade, gate, gap and progress.',
    'HiGHS (WebAssembly, one thread) is given each route of the grade as a mixed-integer program in its text format and reads it; both find the same least effort, which is checked. Ours also gives the steps, the answers and the score afterwards.',
  ],
);
