'use client';

import { Modal } from 'antd';
import { useRouter } from 'next/navigation';
import { useEffect, useRef, useState } from 'react';
import { useTranslations } from 'use-intl';
import { usePlace } from '#components/place.tsx';
import { navigationFor } from '#navigation';
import styles from './shell.module.css';

/** How long after "g" the second key counts. */
const CHORD_MS = 1200;

const isTyping = (target: EventTarget | null): boolean =>
  target instanceof HTMLElement && (target.isContentEditable || /^(INPUT|TEXTAREA|SELECT)$/.test(target.tagName));

/** Single keys of the console: / searches, g and a letter goes, ? shows them all. Never while somebody types. */
export function Shortcuts() {
  const t = useTranslations();
  const router = useRouter();
  const { href, session } = usePlace();
  const [open, setOpen] = useState(false);
  const chordAt = useRef(0);
  const pages = navigationFor(session).flatMap(({ items }) => items);

  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      if (event.ctrlKey || event.metaKey || event.altKey || isTyping(event.target)) return;
      const isChord = Date.now() - chordAt.current < CHORD_MS;
      chordAt.current = event.key === 'g' ? Date.now() : 0;
      const page = isChord ? pages.find(({ key }) => key === event.key) : undefined;
      if (page !== undefined) router.push(href(page.area));
      else if (event.key === '/') dispatchEvent(new Event('sb:search'));
      else if (event.key === '?') setOpen(true);
      else return;
      event.preventDefault();
    };
    addEventListener('keydown', onKey);
    return () => removeEventListener('keydown', onKey);
  }, [pages, href, router]);

  return (
    <Modal open={open} onCancel={() => setOpen(false)} footer={null} title={t('shell.keys.title')} width={420}>
      <dl className={styles.keys}>
        <dt>
          <kbd>/</kbd>
        </dt>
        <dd>{t('shell.search')}</dd>
        {pages.map(({ area, key }) => (
          <div key={area} className={styles.keyRow}>
            <dt>
              <kbd>g</kbd> <kbd>{key}</kbd>
            </dt>
            <dd>{t(`nav.${area}`)}</dd>
          </div>
        ))}
        <dt>
          <kbd>?</kbd>
        </dt>
        <dd>{t('shell.keys.title')}</dd>
      </dl>
    </Modal>
  );
}
