import {
  DOSSIER_KIND_WORD,
  dossierScheme,
  markedTitle,
  scoreSummary,
  scoringPart,
  SNAPSHOT_FORMAT,
  type DossierSnapshot,
  type ItemNote,
} from '@liangxing/dossier';
import { organizationDay } from '../../../kernel/pure';
import { systemContent } from '../../systems/pure';
import type { DossierMaterial } from '../dossier-material';
import { attachmentsPart } from './attachments-part';
import { conditionsPart } from './conditions-part';
import { correctionsPart } from './corrections-part';
import {
  applicationPart,
  declarations,
  enterprisePart,
  evaluationPart,
  signatures,
  standardizationPart,
} from './enterprise-part';
import { evidenceNumbersBy, evidenceRows, numberEvidence } from './evidence-part';
import { systemMaterial } from './system-material';

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
  const date = organizationDay(issue.createdAt);
  const numbered = numberEvidence(material, material.evidence);
  return {
    formatVersion: SNAPSHOT_FORMAT,
    document: {
      kindWord: DOSSIER_KIND_WORD,
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
    ...conditionsPart(material, numbered),
    ...attachmentsPart(material, numbered),
    evaluation: evaluationPart(material),
    result: scoreSummary(material.scheme, material.score),
    scoring: scoringTable(material, evidenceNumbersBy('itemIds', numbered)),
    system: systemPart(material),
    laws: material.laws,
    evidence: evidenceRows(numbered, material),
    corrections: correctionsPart(material, numbered),
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

function systemPart(material: DossierMaterial): DossierSnapshot['system'] {
  const { diagrams, list, figures, statistics, points } = systemContent(systemMaterial(material));
  // Without standards there is nothing to draw, to count or to explain.
  if (material.standards.length === 0)
    return { diagrams: [], list, figures, statistics: [], compilationNotes: [] };
  return {
    diagrams,
    list,
    figures,
    statistics,
    compilationNotes: points.map(({ title, text, state }) => ({
      title: markedTitle({ title: title['zh-CN'], state }),
      text,
    })),
  };
}
