import type { SuiteEntry } from '../scripts/suite/context.ts';
import { measureLinks } from './rig/link.ts';
import { round } from './rig/numbers.ts';

export default {
  name: 'smpp.link',
  figures: ['smpp.link', 'peer.our-smpp.loop', 'peer.npm-smpp.loop'],
  async run(context) {
    const { conditions, ours, npm } = await measureLinks(context.signal);
    const unit = 'messages/s';
    const { perSecond, ...micros } = ours;
    context.figure({
      name: 'smpp.link',
      value: perSecond,
      unit,
      conditions: { ...conditions, ...micros },
      peers: { 'peer.npm-smpp.loop': npm.perSecond },
      ratios: { 'peer.npm-smpp.loop': round(perSecond / npm.perSecond) },
    });
    context.figure({ name: 'peer.our-smpp.loop', value: perSecond, unit, conditions: { ...conditions, ...micros } });
    const { perSecond: npmPerSecond, ...npmMicros } = npm;
    context.figure({
      name: 'peer.npm-smpp.loop',
      value: npmPerSecond,
      unit,
      conditions: { ...conditions, ...npmMicros },
    });
    return true;
  },
} satisfies SuiteEntry;
