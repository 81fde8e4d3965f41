import { preset } from '../../jest.preset.mjs';

export default preset('contracts', import.meta.dirname);
