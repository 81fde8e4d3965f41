// eslint-disable-next-line @typescript-eslint/triple-slash-reference -- any program that imports this file needs it
/// <reference path="./fontkit.d.ts" />
import { create, type Font } from 'fontkit';

/** Song (宋体) sets the body, Hei (黑体) the headings; each stands in for a character the other lacks. */
export interface DossierFonts {
  readonly song: Font;
  readonly hei: Font;
}

/** The files behind the faces, as module paths (`require.resolve` finds them); Noto CJK, SIL Open Font License. */
export const fontFiles = {
  song: '@expo-google-fonts/noto-serif-sc/400Regular/NotoSerifSC_400Regular.ttf',
  hei: '@expo-google-fonts/noto-sans-sc/500Medium/NotoSansSC_500Medium.ttf',
} as const;

/**
 * Opens both faces once; share the result between all dossiers of a process, for the glyph
 * metrics are cached on it and parsing again would cost more than a whole dossier.
 * `readFile` gets a module path of `fontFiles` and returns the bytes.
 */
export const loadFonts = async (
  readFile: (file: string) => Promise<Uint8Array> | Uint8Array,
): Promise<DossierFonts> => {
  const [song, hei] = await Promise.all([readFile(fontFiles.song), readFile(fontFiles.hei)]);
  return { song: create(song), hei: create(hei) };
};
