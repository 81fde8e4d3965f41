import type { PrintedNode, StandardColumn, SystemPart } from '@liangxing/dossier';
import {
  compilationPoints,
  countStandards,
  draftCompilationNotes,
  isOutOfForce,
  pathOf,
  STRUCTURE_TEMPLATES,
  systemFigures,
  type CompilationPoint,
  type DiagramMode,
  type ListedStandard,
  type Scene,
  type StructureTree,
  type SystemFigures,
  type WrittenNotes,
} from '@liangxing/system-structure';
import { missingStandards, trimmedNodes, type BuiltSystem } from './built-system';
import type { RegisterEntry } from './register-entry';
import { listedStandard, placeStandards, standardList } from './standard-list';
import { statisticsTables } from './statistics-tables';
import { structureDiagrams, wholeDiagram } from './structure-diagrams';

/** What people chose and wrote for the documents of a system. */
export interface DocumentSettings {
  readonly version: number;
  readonly diagramMode: DiagramMode;
  /** null: the usual columns. */
  readonly registerColumns: readonly StandardColumn[] | null;
  readonly notes: WrittenNotes;
}

export const UNSET_DOCUMENTS: DocumentSettings = {
  version: 1,
  diagramMode: 'function',
  registerColumns: null,
  notes: {},
};

/** What the documents say of the enterprise itself. */
export interface SystemOwner {
  readonly name: string;
  readonly industryName: string;
  readonly products: readonly string[];
  readonly policy: string;
  readonly standardizationBody: string;
  readonly managementSystems: readonly string[];
  readonly systemReleasedOn: string | null;
  readonly systemEffectiveOn: string | null;
}

export interface SystemMaterial {
  readonly tree: StructureTree;
  readonly entries: readonly RegisterEntry[];
  readonly owner: SystemOwner;
  readonly settings: DocumentSettings;
  /** null: the enterprise has built no system, the tree is a template. */
  readonly built: BuiltSystem | null;
  /** Laws and rules in the list of laws. */
  readonly laws: number;
}

export type SystemContent = Omit<SystemPart, 'compilationNotes' | 'figures'> & {
  readonly figures: SystemFigures;
  readonly points: readonly CompilationPoint[];
  /** The whole structure as one picture. */
  readonly drawing: Scene;
  /** And as a table. */
  readonly nodes: readonly PrintedNode[];
};

/** Numbers of the standards that a structure follows; those of both editions where it follows neither. */
function basisOf(tree: StructureTree): readonly string[] {
  const template = Object.values(STRUCTURE_TEMPLATES).find(({ id }) => id === tree.id);
  return template?.basis ?? ['GB/T 15496'];
}

function printedNodes(
  tree: StructureTree,
  standards: readonly ListedStandard[],
): readonly PrintedNode[] {
  const counts = countStandards(tree, standards);
  return tree.nodes.map(({ code, name }) => {
    const { expected, existing } = counts.get(code)?.branch ?? { expected: 0, existing: 0 };
    const depth = pathOf(tree, code).length - 1;
    return { code, name: name['zh-CN'], depth, expected, existing };
  });
}

/** The content of the four documents: diagram, list, statistics, compilation notes. Pure. */
export function systemContent(material: SystemMaterial): SystemContent {
  const { tree, entries, owner, settings } = material;
  const placed = placeStandards(tree, entries);
  const listed = placed.map(listedStandard);
  const standards = countedStandards(material, listed);
  const { diagramMode: mode, registerColumns } = settings;
  const look = { mode, managementSystems: owner.managementSystems };
  return {
    diagrams: structureDiagrams(tree, standards, look),
    drawing: wholeDiagram(tree, standards, look),
    nodes: printedNodes(tree, standards),
    list: standardList(tree, placed, registerColumns),
    figures: systemFigures(tree, standards),
    statistics: statisticsTables(tree, standards),
    points: notesOf(material, standards),
  };
}

/** 编制说明, point by point with what a person has confirmed of it. */
export function compilationNotesOf(material: SystemMaterial): readonly CompilationPoint[] {
  const placed = placeStandards(material.tree, material.entries);
  return notesOf(material, countedStandards(material, placed.map(listedStandard)));
}

/** What all figures are counted from: the rows of the list, and the essential documents that are missing. */
function countedStandards(
  { built, entries }: SystemMaterial,
  listed: readonly ListedStandard[],
): readonly ListedStandard[] {
  return built === null ? listed : [...listed, ...missingStandards(built, entries)];
}

function notesOf(
  material: SystemMaterial,
  standards: readonly ListedStandard[],
): readonly CompilationPoint[] {
  const { tree, entries, owner, settings, built } = material;
  const drafted = draftCompilationNotes({
    enterpriseName: owner.name,
    industryName: owner.industryName,
    products: owner.products,
    policy: owner.policy,
    standardizationBody: owner.standardizationBody,
    managementSystems: owner.managementSystems,
    releasedOn: owner.systemReleasedOn,
    effectiveOn: owner.systemEffectiveOn,
    tree,
    basis: basisOf(tree),
    standards,
    trimmed: built === null ? [] : trimmedNodes(built),
    adopting: entries.filter(
      (entry) => entry.adoptedNumber !== '' && !entry.isPlanned && !isOutOfForce(entry),
    ).length,
    laws: material.laws,
  });
  return compilationPoints(drafted, settings.notes);
}
