import type { BilingualText, StructureTemplateId } from '../../structure';
import { STRUCTURE_TEMPLATES } from '../../templates/index';
import { indexNodes } from '../node-index';
import { systemFromTemplate } from '../system-tree';
import { MOVE_2003_2017 } from './map-2003-2017';

export const FROM: StructureTemplateId = 'gb-t-15496-2003';
export const TO: StructureTemplateId = 'gb-t-15496-2017';

/** The nodes of the 2017 form as a fresh system has them. */
export const FRESH = indexNodes(systemFromTemplate(TO).nodes);

const LABELS: ReadonlyMap<string, BilingualText> = new Map(
  STRUCTURE_TEMPLATES[TO].nodes.map(({ code, name }) => [
    code,
    { 'zh-CN': `${code} ${name['zh-CN']}`, en: `${code} ${name.en}` },
  ]),
);

/** "CP3.2 采购" of a node of the 2017 form. */
export function labelFor(key: string, language: 'zh-CN' | 'en'): string {
  return LABELS.get(key)?.[language] ?? key;
}

/**
 * Nodes of both forms with one and the same subject, so that what was decided on the one holds for
 * the other. Technical and management standards of one subject share a node of the 2017 form. J01,
 * G01, G02 and G05 are taken apart by the 2017 form and have no counterpart.
 */
const SAME_SUBJECT: readonly (readonly [to: string, ...from: string[]])[] = [
  ['CP1', 'J03'],
  ['CP2', 'J02', 'G03'],
  ['CP3.2', 'J04', 'G04'],
  ['CP3.3', 'J05'],
  ['CP3.4', 'J07', 'G08'],
  ['CP3.7', 'J08', 'G09'],
  ['CP3.8', 'J09', 'G10'],
  ['CP5', 'J10', 'G11'],
  ['BZ2.1', 'G18'],
  ['BZ2.2', 'G17'],
  ['BZ5', 'J06', 'G07'],
  ['BZ6', 'G06'],
  ['BZ7.1', 'J12', 'G13'],
  ['BZ7.3', 'J13', 'G14'],
  ['BZ8.1', 'J14', 'G15'],
  ['BZ8.2', 'J11', 'G12'],
  ['BZ10.3', 'J15', 'G16'],
  ['GW', 'Z'],
  ['GW1', 'Z01'],
  ['GW1.1', 'Z01.1'],
  ['GW1.2', 'Z01.2'],
  ['GW2', 'Z02'],
  ['GW2.1', 'Z02.1'],
  ['GW2.2', 'Z02.2'],
  ['GW3', 'Z03'],
  ['GW3.1', 'Z03.1'],
  ['GW3.2', 'Z03.2'],
];

/** Node of the 2017 form by the node of the 2003 form with the same subject. */
export const COUNTERPARTS: ReadonlyMap<string, string> = new Map(
  SAME_SUBJECT.flatMap(([to, ...from]) => from.map((key) => [key, to] as const)),
);

/** All nodes of the 2003 form with the subject of that node of the 2017 form. */
export const SOURCES: ReadonlyMap<string, readonly string[]> = new Map(
  SAME_SUBJECT.map(([to, ...from]) => [to, from]),
);

const BODIES: ReadonlyMap<string, string> = new Map([
  ['J', 'CP'],
  ['G', 'BZ'],
]);

/** Where own nodes below that node of the 2003 form go: its counterpart, else where its standards go. */
export function parentFor(key: string): string | null {
  const [main] = MOVE_2003_2017[key]?.otherwise.to ?? [];
  return COUNTERPARTS.get(key) ?? main ?? BODIES.get(key) ?? null;
}
