import type { CompilationPoint } from '@liangxing/system-structure';
import { compilationNotesOf } from '../../systems/pure';
import type { DossierMaterial } from '../dossier-material';
import { systemMaterial } from '../snapshot/system-material';
import { finding, type DossierFinding } from './finding';

/** Points of 编制说明 that are drafts of the program still, and those whose figures the register has left behind. */
export function notesFindings(material: DossierMaterial): DossierFinding[] {
  // Without standards the notes are left out.
  if (material.standards.length === 0) return [];
  const points = compilationNotesOf(systemMaterial(material));
  return [...unconfirmed(points, material), ...points.flatMap(outdated)];
}

function unconfirmed(
  points: readonly CompilationPoint[],
  { system }: Pick<DossierMaterial, 'system'>,
): DossierFinding[] {
  const open = points.filter(({ state }) => state !== 'confirmed');
  const [first] = open;
  if (first === undefined) return [];
  const params = {
    count: open.length,
    first: first.title['zh-CN'],
    'first:en': first.title.en ?? first.title['zh-CN'],
  };
  // Only a system of the enterprise's own keeps notes that somebody can confirm.
  const code = system === null ? 'notes_drafted' : 'notes_unconfirmed';
  return [finding(code, params, { field: `system.notes.${first.id}` })];
}

function outdated({ id, title, outdated: sentences }: CompilationPoint): DossierFinding[] {
  const [now] = sentences;
  if (now === undefined) return [];
  const params = {
    title: title['zh-CN'],
    'title:en': title.en ?? title['zh-CN'],
    count: sentences.length,
    now,
  };
  return [finding('notes_outdated', params, { field: `system.notes.${id}` })];
}
