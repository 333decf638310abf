import { expect, it } from 'vitest';
import { NextChannelJob } from './jobs.ts';

it('a job for the next channel that was queued before an update is read after it', () => {
  const now = { workspace: 1, owner: 'a', message: 'b' };
  expect(NextChannelJob.parse(now)).toEqual(now);
  expect(NextChannelJob.parse({ workspace: 1, verification: 'a', message: 'b' })).toEqual(now);
});
