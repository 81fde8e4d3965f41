/** A proof serves an item of an assessment or a standard of the register. */
export type EvidenceLink =
  { readonly assessmentId: string; readonly itemId: string } | { readonly standardId: string };

export interface EvidenceRevision {
  readonly revision: number;
  readonly fileName: string;
  readonly mediaType: string;
  /** Bytes. */
  readonly size: number;
  /** Lower-case hex. */
  readonly sha256: string;
  readonly uploadedAt: string;
  readonly uploadedBy: { readonly id: string; readonly name: string };
}

export interface Evidence {
  readonly id: string;
  readonly version: number;
  readonly title: string;
  readonly periodFrom: string | null;
  readonly periodTo: string | null;
  readonly links: readonly EvidenceLink[];
  /** Oldest first. */
  readonly revisions: readonly EvidenceRevision[];
  /** Number of the current revision. */
  readonly current: number;
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

/** `820 B`, `1.4 kB`, `12 MB`: two digits are enough to recognise a file by. */
export function fileSizeText(bytes: number): string {
  const units = ['B', 'kB', 'MB', 'GB'];
  let value = bytes;
  let unit = 0;
  while (value >= 1000 && unit < units.length - 1) {
    value /= 1000;
    unit += 1;
  }
  const digits = unit > 0 && value < 10 ? 1 : 0;
  return `${value.toFixed(digits)} ${units[unit] ?? ''}`;
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
