import type {
  ChangeEvidenceDto,
  EvidenceDto,
  EvidenceRevisionDto,
  EvidenceUseDto,
  LibraryFileDto,
} from '../../core/api/generated/openapi';
import type { Problem } from '../../core/errors/problem';

/** A proof serves an item of an assessment, a condition of its application, a standard of the register, or an action. */
export type EvidenceLink =
  | { readonly assessmentId: string; readonly itemId: string }
  | { readonly assessmentId: string; readonly conditionId: string }
  | { readonly standardId: string }
  | { readonly actionId: string };

export type Evidence = EvidenceDto;
type EvidenceRevision = EvidenceRevisionDto;
/** A place that a file serves. */
export type EvidenceUse = EvidenceUseDto;
export type LibraryFile = LibraryFileDto;

/** What a person writes about a proof. Days are `YYYY-MM-DD`. */
type EvidenceFields = Pick<Evidence, 'title' | 'periodFrom' | 'periodTo' | 'validUntil'>;
export type EvidenceChange = ChangeEvidenceDto;

/** Only what differs: what another person changed meanwhile beside it stays theirs. */
export function changedOf(file: EvidenceFields, typed: EvidenceFields): EvidenceChange {
  const names = Object.keys(typed) as (keyof EvidenceFields)[];
  return Object.fromEntries(
    names.filter((name) => typed[name] !== file[name]).map((name) => [name, typed[name]]),
  );
}

/** The link that stands behind a use; null of an attachment, which the dossier keeps. */
export function linkOfUse({ kind, id, assessmentId }: EvidenceUse): EvidenceLink | null {
  if (kind === 'attachment') return null;
  if (kind === 'standard') return { standardId: id };
  if (kind === 'action') return { actionId: id };
  if (kind === 'condition') return { assessmentId: assessmentId ?? '', conditionId: id };
  return { assessmentId: assessmentId ?? '', itemId: id };
}

/** Whether a file serves a place already. */
export function isServed({ uses }: LibraryFile, link: EvidenceLink): boolean {
  return uses.some((use) => {
    const own = linkOfUse(use);
    if (own === null) return false;
    if ('itemId' in own)
      return (
        'itemId' in link && own.itemId === link.itemId && own.assessmentId === link.assessmentId
      );
    if ('conditionId' in own)
      return (
        'conditionId' in link &&
        own.conditionId === link.conditionId &&
        own.assessmentId === link.assessmentId
      );
    if ('actionId' in own) return 'actionId' in link && own.actionId === link.actionId;
    return 'standardId' in link && own.standardId === link.standardId;
  });
}

/** Why a file is neither changed, replaced nor deleted: what it proves is closed, or may be. Null: it may be. */
export function fixedBy({
  closedAssessments,
  isServingUnseen,
}: Evidence): 'closed' | 'unseen' | null {
  if (closedAssessments.length > 0) return 'closed';
  return isServingUnseen ? 'unseen' : null;
}

/** Whether a place keeps the file: its evaluation is closed. */
export function isKept({ closedAssessments }: Evidence, { assessmentId }: EvidenceUse): boolean {
  return closedAssessments.some(({ id }) => id === assessmentId);
}

/** What holds a file in the library: what it serves, or dossiers that list it. Null: it may be deleted. */
export function heldBy({ uses, dossiers }: LibraryFile): 'uses' | 'dossiers' | null {
  if (dossiers.length > 0) return 'dossiers';
  return uses.length > 0 ? 'uses' : null;
}

/** Where a use is worked on, below the enterprise's address. */
export function placeOfUse({ kind, id, assessmentId, number }: EvidenceUse): {
  readonly path: string;
  readonly query: Readonly<Record<string, string>>;
} {
  const assessment: Record<string, string> = assessmentId ? { assessment: assessmentId } : {};
  switch (kind) {
    case 'item':
      return { path: 'assessment', query: { ...assessment, item: id, field: 'item.evidence' } };
    case 'condition':
      return { path: 'conditions', query: { ...assessment, field: `conditions.${id}` } };
    case 'action': {
      const field = `action.${Number(number.replace(/^ZG-/, ''))}`;
      return { path: 'actions', query: { ...assessment, field } };
    }
    case 'attachment':
      return { path: 'dossiers', query: { ...assessment, field: 'attachments' } };
    case 'standard':
      return { path: 'standards', query: { standard: id, field: 'standard.evidence' } };
  }
}

/** `2026-01-01 至 2026-12-31` with the language's own word between; one day stands alone. */
export function periodText(
  { periodFrom, periodTo }: Pick<Evidence, 'periodFrom' | 'periodTo'>,
  to: string,
): string {
  if (periodFrom === periodTo || !periodTo) return periodFrom ?? '';
  return `${periodFrom ?? ''} ${to} ${periodTo}`.trim();
}

/** The file in force: the one a reader is given first. */
export function currentRevision({ revisions, current }: Evidence): EvidenceRevision | undefined {
  return revisions.find(({ revision }) => revision === current) ?? revisions.at(-1);
}

/** Files that a newer one has replaced, newest first. */
export function earlierRevisions(evidence: Evidence): readonly EvidenceRevision[] {
  const shown = currentRevision(evidence);
  return evidence.revisions.filter((revision) => revision !== shown).reverse();
}

/** Room that the files of an enterprise take and may take, earlier revisions included. */
export interface EvidenceUsage {
  readonly bytes: number;
  readonly mostBytes: number;
  readonly files: number;
  readonly mostFiles: number;
}

/** Whether little is left: the person should know before choosing a large file. */
export function isNearlyFull({ bytes, mostBytes, files, mostFiles }: EvidenceUsage): boolean {
  return bytes > 0.9 * mostBytes || files > 0.9 * mostFiles;
}

/** The evidence that has the bytes of a refused upload already, where that is why it was refused. */
export function knownEvidence({
  code,
  current,
}: Pick<Problem, 'code' | 'current'>): Evidence | null {
  return code === 'evidence_exists' ? (current as Evidence) : null;
}
