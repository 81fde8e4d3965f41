import {
  dossierKindWord,
  dossierScheme,
  markedTitle,
  scoreSummary,
  scoringPart,
  SNAPSHOT_FORMAT,
  type DossierSnapshot,
  type ItemNote,
} from '@liangxing/dossier';
import type { Scheme } from '@liangxing/scheme';
import { STRUCTURE_TEMPLATES, type StructureTree } from '@liangxing/system-structure';
import { systemContent, UNSET_DOCUMENTS } from '../../systems/content';
import { dayIn } from '../calendar';
import type { DossierMaterial } from '../dossier-material';
import { correctionsPart } from './corrections-part';
import {
  applicationPart,
  declarations,
  enterprisePart,
  evaluationPart,
  signatures,
  standardizationPart,
} from './enterprise-part';
import { evidenceNumbersByItem, evidenceRows, numberEvidence } from './evidence-part';

/** What belongs to this copy of the dossier rather than to its contents. */
export interface DossierIssue {
  /** 1, 2, …: version for this assessment. */
  readonly number: number;
  /** Instant of the order; gives the date on the cover. */
  readonly createdAt: Date;
  readonly code: string;
  readonly verifyUrl: string;
  readonly producer: string;
}

/** Freezes everything that the dossier shows. Pure: the same material and issue give an equal snapshot. */
export function buildSnapshot(material: DossierMaterial, issue: DossierIssue): DossierSnapshot {
  const date = dayIn(issue.createdAt);
  const numbered = numberEvidence(material.scheme, material.evidence);
  return {
    formatVersion: SNAPSHOT_FORMAT,
    document: {
      kindWord: dossierKindWord(material.scheme),
      number: issue.number,
      date,
      createdAt: `${issue.createdAt.toISOString().slice(0, 19)}Z`,
      code: issue.code,
      verifyUrl: issue.verifyUrl,
      isSample: material.isSample,
      producer: issue.producer,
    },
    scheme: dossierScheme(material.scheme),
    enterprise: enterprisePart(material),
    standardization: standardizationPart(material),
    application: applicationPart(material, date),
    evaluation: evaluationPart(material),
    result: scoreSummary(material.scheme, material.score),
    scoring: scoringTable(material, evidenceNumbersByItem(numbered)),
    system: systemPart(material),
    laws: material.laws,
    evidence: evidenceRows(numbered, material.standards),
    corrections: correctionsPart(material),
    selfDeclarations: material.selfDeclarations,
    declarations: declarations(material),
    signatures: signatures(material),
  };
}

function scoringTable(
  material: DossierMaterial,
  evidenceNumbers: Readonly<Record<string, readonly string[]>>,
): DossierSnapshot['scoring'] {
  const notes: Record<string, ItemNote> = {};
  for (const [itemId, numbers] of Object.entries(evidenceNumbers))
    notes[itemId] = { evidenceNumbers: numbers };
  for (const { itemId, finding, responsible, reason } of material.answers)
    notes[itemId] = { ...notes[itemId], finding, responsible, reason };
  const answers = Object.fromEntries(
    material.answers.map(({ itemId, answer }) => [itemId, answer]),
  );
  return scoringPart(material.scheme, answers, material.score, notes);
}

/** Whether the scheme follows the edition of 2017: its structure differs. */
function isEdition2017({ basis }: Scheme): boolean {
  return basis.some((document) => document.includes('19273-2017'));
}

/** The enterprise's own structure; without one that of the edition its scheme rests on. */
export function structureOf(material: DossierMaterial): StructureTree {
  if (material.system !== null) return material.system.tree;
  const edition = isEdition2017(material.scheme) ? 'gb-t-15496-2017' : 'gb-t-15496-2003';
  return STRUCTURE_TEMPLATES[edition];
}

function systemPart(material: DossierMaterial): DossierSnapshot['system'] {
  const { standards, system, profile } = material;
  const { diagrams, list, statistics, points } = systemContent({
    tree: structureOf(material),
    entries: standards,
    owner: profile,
    settings: system?.settings ?? UNSET_DOCUMENTS,
    built: system?.built ?? null,
    laws: material.laws.length,
  });
  // Without standards there is nothing to draw, to count or to explain.
  if (standards.length === 0) return { diagrams: [], list, statistics: [], compilationNotes: [] };
  return {
    diagrams,
    list,
    statistics,
    compilationNotes: points.map(({ title, text, state }) => ({
      title: markedTitle({ title: title['zh-CN'], state }),
      text,
    })),
  };
}
