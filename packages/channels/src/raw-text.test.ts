import { describe, expect, it } from 'vitest';
import { withoutEcho } from './raw-text.ts';

describe('S-13: a code is not read in what a provider says back', () => {
  it.each([
    [
      'a receipt of SMPP',
      'id:77001122 sub:001 dlvrd:001 submit date:2611271200 done date:2611271201 stat:DELIVRD err:000 text:483920 is your Shop ',
      'id:77001122 sub:001 dlvrd:001 submit date:2611271200 done date:2611271201 stat:DELIVRD err:000 text:****** is your Shop ',
    ],
    [
      'one in capitals, cut inside the code',
      'id:1 stat:UNDELIV err:006 Text:Su clave es 483',
      'id:1 stat:UNDELIV err:006 Text:Su clave es ***',
    ],
    [
      'an answer in JSON',
      '{"sid":"SM1234567","to":"+525512345678","body":"483920 is your \\"Shop\\" code","status":"queued"}',
      '{"sid":"SM1234567","to":"+525512345678","body":"****** is your \\"Shop\\" code","status":"queued"}',
    ],
    ['what says no text back', '{"message_id":"1234567","status":"1234"}', '{"message_id":"1234567","status":"1234"}'],
  ])('%s', (_name, said, kept) => {
    expect(withoutEcho(said)).toBe(kept);
  });
});
