import type {
  CaseDetailDto,
  SheetDto,
  SheetMaterialDto,
} from '../../../core/api/generated/openapi';
import type { OpenedCase } from '../../../core/offline/opened-case';
import type { MaterialFile } from '../sheet-source';

/** What goes along with a case, beside its files. */
export interface Bundle {
  readonly case: CaseDetailDto;
  readonly material: SheetMaterialDto;
  readonly sheet: SheetDto;
  readonly bodyName: string;
  /** `evidenceId/revision` of the files that go along; each lies under `file-` and its place here. */
  readonly files: readonly string[];
}

export const BUNDLE_PARTS = ['case', 'material', 'sheet', 'bodyName', 'files'] as const;

export const keyOfFile = ({
  evidenceId,
  revision,
}: Pick<MaterialFile, 'evidenceId' | 'revision'>): string => `${evidenceId}/${String(revision)}`;

export const nameOfFile = (place: number): string => `file-${String(place)}`;

/** Read without a network: what a browser shows by itself. */
const SHOWN = ['application/pdf', 'image/png', 'image/jpeg'];

/** Files that can go along; one that serves several items is one. */
export function filesOf({ files }: SheetMaterialDto): readonly MaterialFile[] {
  const known = new Set<string>();
  return files.filter((file) => {
    const key = keyOfFile(file);
    if (!file.isThere || !SHOWN.includes(file.mediaType) || known.has(key)) return false;
    known.add(key);
    return true;
  });
}

export async function writeBundle(opened: OpenedCase, bundle: Bundle): Promise<void> {
  for (const part of BUNDLE_PARTS) await opened.write(part, bundle[part]);
}

/** @throws DamagedError */
export async function readBundle(opened: OpenedCase): Promise<Bundle> {
  return {
    case: await opened.json('case'),
    material: await opened.json('material'),
    sheet: await opened.json('sheet'),
    bodyName: await opened.json('bodyName'),
    files: await opened.json('files'),
  };
}
