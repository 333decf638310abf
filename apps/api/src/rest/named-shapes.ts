import {
  CandidateView,
  Channel,
  EmailContent,
  Environment,
  MessagePage,
  MessageState,
  MessageView,
  Money,
  Problem,
  RecordConsentRequest,
  SendBatchAnswer,
  SendMessageAnswer,
  SendMessageRequest,
  SmsContent,
  SuppressRequest,
  Timeline,
  TimelineEntry,
  TimelineKind,
  TrafficClass,
} from '@signalbox/contracts';
import type { z } from 'zod';
import { ConsentList, ConsentView } from './consents/view.ts';
import { SendBatchBody } from './messages/send-batch.ts';
import { PreviewAnswer, PreviewRequest } from './routing/preview.ts';
import { SuppressionPage, SuppressionView } from './suppressions/view.ts';

/** Shapes that carry a name of their own in the document, so that a generated client has a type for each. */
export const NAMED_SHAPES: Readonly<Record<string, z.ZodType>> = {
  CandidateView,
  Channel,
  ConsentList,
  ConsentView,
  EmailContent,
  Environment,
  MessagePage,
  MessageState,
  MessageView,
  Money,
  PreviewAnswer,
  PreviewRequest,
  Problem,
  RecordConsentRequest,
  SendBatchAnswer,
  SendBatchRequest: SendBatchBody,
  SendMessageAnswer,
  SendMessageRequest,
  SmsContent,
  SuppressRequest,
  SuppressionPage,
  SuppressionView,
  Timeline,
  TimelineEntry,
  TimelineKind,
  TrafficClass,
};
