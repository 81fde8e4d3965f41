import { preset } from '../../jest.preset.mjs';

export default preset('scheme', import.meta.dirname);
