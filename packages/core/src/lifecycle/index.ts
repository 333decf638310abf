export { type ChannelEnd, channelEnd } from './channel-end.ts';
export type { MessageEvent } from './events.ts';
export { type FoldedParts, foldParts, mergeVerdict } from './fold-parts.ts';
export { type ChannelProspect, type FollowUpStep, followUps } from './follow-ups.ts';
export { type Transition, type TransitionRefusal, transition } from './transition.ts';
