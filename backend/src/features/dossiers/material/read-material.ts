import { MATERIAL_FORMAT, MATERIAL_VERSION, type FrozenMaterial } from './frozen-material';

/**
 * A material from the text that was kept.
 * @throws RangeError where it is none, or of a version that this program does not know
 */
export function readMaterial(text: string): FrozenMaterial {
  const read: unknown = JSON.parse(text);
  const { format, version } = (read ?? {}) as Readonly<Record<string, unknown>>;
  if (format !== MATERIAL_FORMAT) throw new RangeError('This is no material of a dossier.');
  if (version !== MATERIAL_VERSION)
    throw new RangeError(`Version ${String(version)} of a dossier's material is not known.`);
  return read as FrozenMaterial;
}
