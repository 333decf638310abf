import { SenderStatus, type TrafficClass } from '@signalbox/contracts';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { COUNTRY_PACKS } from './countries/index.ts';
import { judgeSender } from './country-sender.ts';
import { readLaw } from './law.ts';
import { type FiledSender, standingOfSender } from './sender-standing.ts';

const classes = fc.constantFrom<TrafficClass>('otp', 'transactional', 'marketing');
const day = fc.constantFrom('2026-01-01', '2026-02-01', '2026-03-01');
const filed = fc.array(
  fc.record<FiledSender>({
    class: fc.option(classes),
    status: fc.constantFrom(...SenderStatus.options),
    expiresOn: fc.option(day),
  }),
  { maxLength: 6 },
);

test('a sender is registered exactly when one registration of it, for its class and not past its last day, says so', () => {
  fc.assert(
    fc.property(filed, classes, day, (senders, trafficClass, today) => {
      const counts = senders.some(
        (one) =>
          one.status === 'registered' &&
          (one.class === null || one.class === trafficClass) &&
          (one.expiresOn === null || one.expiresOn >= today),
      );
      expect(standingOfSender(senders, trafficClass, today) === 'registered').toBe(counts);
    }),
  );
});

test('one more registration of a sender never makes a registered one fall', () => {
  fc.assert(
    fc.property(filed, filed, classes, day, (senders, more, trafficClass, today) => {
      if (standingOfSender(senders, trafficClass, today) !== 'registered') return;
      expect(standingOfSender([...senders, ...more], trafficClass, today)).toBe('registered');
    }),
  );
});

test('what the law refuses is never let pass by the registry, and what is registered is never stopped by it', () => {
  const laws = [...COUNTRY_PACKS.values()].map((pack) => readLaw(pack, new Map()));
  const senders = fc.constantFrom('ACME', 'AD-ACME', 'ACME-AD', 'advACME', '28000', '+525512345678');
  fc.assert(
    fc.property(
      fc.constantFrom(...laws),
      senders,
      classes,
      fc.constantFrom(...SenderStatus.options, 'missing' as const),
      fc.boolean(),
      fc.option(fc.constant('country/XX')),
      (law, sender, trafficClass, standing, isKept, ownRule) => {
        const subject = { class: trafficClass, channel: 'sms' as const, nowMs: Date.parse('2026-11-01T12:00:00Z') };
        const alone = judgeSender(law, sender, subject, null);
        const judged = judgeSender(law, sender, subject, { standing, isKept, ownRule });
        if (alone !== null || standing === 'registered') expect(judged).toEqual(alone);
        else if (ownRule !== null) expect(judged).toMatchObject({ standing });
        else if (!isKept) expect(judged).toBeNull();
      },
    ),
  );
});
