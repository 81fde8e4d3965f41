export { AssessmentsModule } from './assessments.module';
export { AssessmentsReader, scorableAnswers, type AnsweredAssessment } from './assessments-reader';
export type { Answer, AnswerContent, Assessment, AssessmentPlan } from './assessment';
export { ChangeAssessment } from './use-cases/change-assessment';
export { refuseArchived, refuseUnlessOpen } from './refuse-unless-open';
export { AnswerContentDto, StoredMeasuredDto } from './dto/answer.dto';
export { answerFieldProblem, RecordAnswer } from './use-cases/record-answer';
export { StartAssessment } from './use-cases/start-assessment';
export { TakeOverAnswers } from './use-cases/take-over-answers';
