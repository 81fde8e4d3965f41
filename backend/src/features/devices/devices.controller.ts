import { Body, Controller, Get, HttpCode, Param, ParseUUIDPipe, Post } from '@nestjs/common';
import {
  ApiCreatedResponse,
  ApiNoContentResponse,
  ApiOkResponse,
  ApiOperation,
  ApiTags,
} from '@nestjs/swagger';
import { Allow, Context, notFound, RequestContext } from '../../kernel';
import { CaseDeviceDto, DeviceContactDto, TakeAlongDto } from './dto/device.dto';
import { AskWipe } from './use-cases/ask-wipe';
import { HearDevice } from './use-cases/hear-device';
import { TakeAlong } from './use-cases/take-along';

const idPipe = new ParseUUIDPipe({ exceptionFactory: notFound });

/** 带出评价: a case on devices of those who evaluate it where there is no network. */
@ApiTags('devices')
@Controller('organizations/:organizationId/cases/:id/devices')
export class DevicesController {
  constructor(
    private readonly taking: TakeAlong,
    private readonly hearing: HearDevice,
    private readonly wiping: AskWipe,
  ) {}

  @Get()
  @Allow('cases:read')
  @ApiOperation({
    operationId: 'devices_list',
    summary: 'Who took the case along: all for the lead and the director, the own ones for others',
  })
  @ApiOkResponse({ type: [CaseDeviceDto] })
  async list(
    @Context() context: RequestContext,
    @Param('id', idPipe) id: string,
  ): Promise<CaseDeviceDto[]> {
    return (await this.wiping.list(context, id)).map((device) => CaseDeviceDto.of(device));
  }

  @Post()
  @Allow('cases:evaluate')
  @ApiOperation({ operationId: 'devices_take', summary: 'Take the case along on this device' })
  @ApiCreatedResponse({ type: CaseDeviceDto })
  async take(
    @Context() context: RequestContext,
    @Param('id', idPipe) caseId: string,
    @Body() { deviceId, deviceName, days }: TakeAlongDto,
  ): Promise<CaseDeviceDto> {
    const command = { caseId, deviceId, deviceName, days };
    return CaseDeviceDto.of(await this.taking.execute(context, command));
  }

  @Post(':deviceId/contact')
  @Allow('cases:read')
  @HttpCode(200)
  @ApiOperation({
    operationId: 'devices_contact',
    summary: 'The device is heard of, and told whether it keeps what it holds',
  })
  @ApiOkResponse({ type: DeviceContactDto })
  contact(
    @Context() context: RequestContext,
    @Param('id', idPipe) caseId: string,
    @Param('deviceId', idPipe) deviceId: string,
  ): Promise<DeviceContactDto> {
    return this.hearing.contact(context, { caseId, deviceId });
  }

  @Post(':deviceId/end')
  @Allow('cases:read')
  @HttpCode(204)
  @ApiOperation({ operationId: 'devices_end', summary: 'The device holds nothing of it any more' })
  @ApiNoContentResponse()
  end(
    @Context() context: RequestContext,
    @Param('id', idPipe) caseId: string,
    @Param('deviceId', idPipe) deviceId: string,
  ): Promise<void> {
    return this.hearing.end(context, { caseId, deviceId });
  }

  @Post(':deviceId/wipe')
  @Allow('cases:evaluate')
  @HttpCode(204)
  @ApiOperation({
    operationId: 'devices_wipe',
    summary: 'Lead or director: have it deleted when the device next makes contact',
  })
  @ApiNoContentResponse()
  wipe(
    @Context() context: RequestContext,
    @Param('id', idPipe) caseId: string,
    @Param('deviceId', idPipe) deviceId: string,
  ): Promise<void> {
    return this.wiping.execute(context, { caseId, deviceId });
  }
}
