import { Injectable } from '@nestjs/common';
import type { IncomingMessage } from 'node:http';
import { Config } from '../../config/config';
import type { RequestContext } from '../access/request-context';
import { ProblemError } from '../problems/problem-error';
import { ContentTooLargeError, Storage, type StagedFile } from '../storage/storage';
import { receiveUpload } from './receive-upload';
import { busyWithoutRoom, UploadRoom, type UploadPlace } from './upload-room';

/** A spreadsheet that a person sent; it lies on the disk until it is read in a thread. */
export interface UploadedTable {
  readonly name: string;
  readonly staged: StagedFile;
}

/** Files of the largest size that may be on their way at once; one person may have half of them. */
const FILES_AT_ONCE = 24;

/** Takes in the one spreadsheet of a request. */
@Injectable()
export class TableUploads {
  private readonly room: UploadRoom;

  constructor(
    private readonly storage: Storage,
    private readonly config: Config,
  ) {
    const most = FILES_AT_ONCE * config.importMaxBytes;
    this.room = new UploadRoom(most, most / 2);
  }

  /**
   * Streams the file to the disk and gives it to `use`; afterwards, or when the person leaves, it is gone.
   * @throws ProblemError spreadsheet_too_large, import_file_missing, busy
   */
  async receive<Result>(
    context: RequestContext,
    request: IncomingMessage,
    use: (file: UploadedTable) => Promise<Result>,
  ): Promise<Result> {
    // From here on: who leaves while the file comes in is not waited for afterwards.
    const { signal } = context;
    const place = this.enter(context, request);
    try {
      const file = await this.stage(request, place);
      try {
        signal?.throwIfAborted();
        return await use(file);
      } finally {
        await this.storage.discard(file.staged);
      }
    } finally {
      place.leave();
    }
  }

  private enter({ userId }: RequestContext, request: IncomingMessage): UploadPlace {
    const { importMaxBytes } = this.config;
    const announced = Number(request.headers['content-length'] ?? importMaxBytes);
    try {
      return this.room.enter(userId, Math.min(announced, importMaxBytes));
    } catch (error) {
      request.resume();
      throw busyWithoutRoom(error);
    }
  }

  private async stage(request: IncomingMessage, place: UploadPlace): Promise<UploadedTable> {
    const { importMaxBytes: limit } = this.config;
    try {
      const { fileName, staged } = await receiveUpload(request, this.storage, limit, place.grow);
      return { name: fileName, staged };
    } catch (error) {
      if (error instanceof ContentTooLargeError)
        throw new ProblemError('spreadsheet_too_large', { limit }, { cause: error });
      if (error instanceof ProblemError && error.code === 'upload_malformed')
        throw new ProblemError('import_file_missing', {}, { cause: error });
      throw busyWithoutRoom(error);
    }
  }
}
