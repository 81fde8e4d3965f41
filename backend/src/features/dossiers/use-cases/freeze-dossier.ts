import { Injectable } from '@nestjs/common';
import { PRODUCT_VERSION } from '../../../config/product';
import { Config, ThreadPool, threadTask, type RequestContext } from '../../../kernel';
import type { DossierCheck } from '../check/dossier-check';
import {
  freezeDossier,
  judgeDossier,
  type FrozenDossier,
  type JudgedDossier,
} from '../freeze-dossier.task';
import type { FrozenIssue } from '../material/frozen-material';

const JUDGE = threadTask<typeof judgeDossier>('judgeDossier', { seconds: 30, isForPage: true });
const FREEZE = threadTask<typeof freezeDossier>('freezeDossier', { seconds: 60, isForPage: true });

/** Characters of a register from which on a thread does the work; some 500 standards. */
const LARGE = 200_000;

/** Name and version for the PDF's producer field. */
const producer = `良行 Liangxing ${PRODUCT_VERSION}`;

/** Judges the material of a dossier and writes down what it shows, for good; outside of any transaction. */
@Injectable()
export class FreezeDossier {
  constructor(
    private readonly threads: ThreadPool,
    private readonly config: Config,
  ) {}

  async judge(context: RequestContext, judged: JudgedDossier): Promise<DossierCheck> {
    return isLarge(judged)
      ? this.threads.run(context, JUDGE, judged, context)
      : judgeDossier(judged);
  }

  /** The worker renders what is frozen and reads nothing else. */
  async execute(
    context: RequestContext,
    judged: JudgedDossier,
    issued: Pick<FrozenIssue, 'number' | 'createdAt' | 'code'>,
  ): Promise<FrozenDossier> {
    const verifyUrl = `${this.config.publicUrl}/verify/${issued.code}`;
    const asked = { ...judged, issue: { ...issued, verifyUrl, producer } };
    return isLarge(judged)
      ? this.threads.run(context, FREEZE, asked, context)
      : freezeDossier(asked);
  }
}

const isLarge = ({ source }: JudgedDossier): boolean => source.entries.length >= LARGE;
