import { CaseDeviceEntity } from './case-device.entity';

/** The tables of this room. */
export const DEVICES_ENTITIES = [CaseDeviceEntity];
