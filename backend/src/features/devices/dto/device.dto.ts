import { DEVICE_ENDS, DEVICE_LIMITS, DEVICE_WIPES, type DeviceWipe } from '@liangxing/contracts';
import { ApiProperty } from '@nestjs/swagger';
import { IsInt, IsString, IsUUID, Max, MaxLength, Min } from 'class-validator';
import { IsWritten } from '../../../kernel';
import type { CaseDevice, DeviceEnd } from '../device';

const { days, name } = DEVICE_LIMITS;

export class TakeAlongDto {
  @ApiProperty({ format: 'uuid', description: 'Made by the device, anew for each taking along' })
  @IsUUID()
  deviceId!: string;

  @ApiProperty({ maxLength: name, description: 'By which people know the device' })
  @IsString()
  @IsWritten()
  @MaxLength(name)
  deviceName!: string;

  @ApiProperty({ type: 'integer', minimum: 1, maximum: days, description: 'For how many days' })
  @IsInt()
  @Min(1)
  @Max(days)
  days!: number;
}

/** A case on a device of somebody of the team. */
export class CaseDeviceDto {
  @ApiProperty({ format: 'uuid' }) deviceId!: string;

  @ApiProperty({ format: 'uuid' }) userId!: string;

  @ApiProperty() userName!: string;

  @ApiProperty() deviceName!: string;

  @ApiProperty({ format: 'date-time' }) takenAt!: string;

  @ApiProperty({ format: 'date-time' }) until!: string;

  @ApiProperty({ format: 'date-time' }) lastSeenAt!: string;

  @ApiProperty({ type: String, format: 'date-time', nullable: true })
  wipeAskedAt!: string | null;

  @ApiProperty({ type: String, nullable: true }) wipeAskedByName!: string | null;

  @ApiProperty({ type: String, format: 'date-time', nullable: true }) endedAt!: string | null;

  @ApiProperty({
    enum: DEVICE_ENDS,
    nullable: true,
    description: 'Null: as far as is known it is still on the device',
  })
  endedAs!: DeviceEnd | null;

  static of(device: CaseDevice): CaseDeviceDto {
    const { deviceId, userId, userName, deviceName, wipeAskedByName, endedAs } = device;
    return {
      ...{ deviceId, userId, userName, deviceName, wipeAskedByName, endedAs },
      takenAt: device.takenAt.toISOString(),
      until: device.until.toISOString(),
      lastSeenAt: device.lastSeenAt.toISOString(),
      wipeAskedAt: device.wipeAskedAt?.toISOString() ?? null,
      endedAt: device.endedAt?.toISOString() ?? null,
    };
  }
}

/** What a device is told when it makes contact. */
export class DeviceContactDto {
  @ApiProperty({
    enum: DEVICE_WIPES,
    nullable: true,
    description: 'Why it has to delete what it holds; null: it keeps it',
  })
  wipe!: DeviceWipe | null;

  @ApiProperty({ format: 'date-time' }) until!: string;
}
