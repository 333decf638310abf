'use client';

import Link from 'next/link';
import { useTranslations } from 'use-intl';
import { usePlace } from '#components/place.tsx';
import styles from './rule-link.module.css';
import { useRuleSource } from './use-rule-source.ts';

/** The way to a rule of a country, with its sources and what the workspace may say of it; nothing for other rules. */
export function RuleLink({ source }: { source: unknown }) {
  const t = useTranslations();
  const ruleSource = useRuleSource();
  const { href } = usePlace();
  const { lawPath } = ruleSource(typeof source === 'string' ? source : '');
  if (lawPath === null) return null;
  return (
    <Link href={href(lawPath)} className={styles.link}>
      {t('timeline.readRule')}
    </Link>
  );
}
