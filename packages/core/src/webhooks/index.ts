export { judgeTry, readRetryAfter, type TryAnswer, type TryVerdict } from './judge-try.ts';
