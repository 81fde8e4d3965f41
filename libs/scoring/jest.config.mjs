import { preset } from '../../jest.preset.mjs';

export default preset('scoring', import.meta.dirname);
