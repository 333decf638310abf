import { z } from 'zod';
import { headerText, LanguageTag, Slug } from './public-api.ts';

/** Most topics of a workspace: people choose among them on one page. */
export const TOPICS_MAX = 50;

/** Body of `PUT /v1/topics/{key}`: what marketing may be about, as people are shown it. */
export const SaveTopicRequest = z.strictObject({
  names: z
    .record(LanguageTag, headerText(80))
    .refine((names) => Object.keys(names).length > 0, { error: 'needs the name in one language at least' })
    .describe('What people read when they choose what to get, by language (BCP 47).'),
});
export type SaveTopicRequest = z.infer<typeof SaveTopicRequest>;

/** Names a topic. */
export const TopicPath = z.strictObject({ key: Slug });
export type TopicPath = z.infer<typeof TopicPath>;

/** A topic with its key, as the console saves it. */
export const SaveTopicInput = SaveTopicRequest.extend({ key: Slug });

/** A topic of marketing. */
export const TopicView = z.object({ key: z.string(), names: z.record(z.string(), z.string()) });
export type TopicView = z.infer<typeof TopicView>;

/** The topics of a workspace by key; live and sandbox share them. */
export const TopicsView = z.object({ data: z.array(TopicView) });
export type TopicsView = z.infer<typeof TopicsView>;
