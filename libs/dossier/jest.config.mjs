import { preset } from '../../jest.preset.mjs';

export default preset('dossier', import.meta.dirname);
