import { preset } from '../../jest.preset.mjs';

export default preset('standard-number', import.meta.dirname);
