import { preset } from '../../jest.preset.mjs';

export default preset('system-structure', import.meta.dirname);
