'use client';

import { CheckCircleOutlined, CloseCircleOutlined, WarningOutlined } from '@ant-design/icons';
import { MAIL_CUT_BYTES, type MailCheck, type TemplateMailLooks } from '@signalbox/contracts';
import { useTranslations } from 'use-intl';
import { ToneTag } from '#components/cells/tone-tag.tsx';
import styles from '../templates.module.css';

const ICONS = { good: <CheckCircleOutlined />, warn: <WarningOutlined />, bad: <CloseCircleOutlined /> };

/** What mailboxes and readers will make of a mail: its length, links, images, colours. It is advice and holds up nothing. */
export function MailChecks({ looks }: { looks: TemplateMailLooks }) {
  const t = useTranslations();
  return (
    <section aria-label={t('templates.mailChecks')}>
      <ul className={styles.checks}>
        {looks.checks.map((check) => (
          <li key={check.name}>
            <ToneTag tone={check.state} icon={ICONS[check.state]}>
              {t(`templates.check.${check.name}.${check.state}`, numbersOf(looks))}
            </ToneTag>
            <Found check={check} />
          </li>
        ))}
      </ul>
      {looks.link_domains.length > 0 && (
        <p className={styles.soft}>{t('templates.linkDomains', { domains: looks.link_domains.join(', ') })}</p>
      )}
    </section>
  );
}

const numbersOf = ({ bytes }: TemplateMailLooks) => ({
  kilobytes: Math.round(bytes / 102.4) / 10,
  limit: MAIL_CUT_BYTES / 1024,
});

function Found({ check }: { check: MailCheck }) {
  if (check.found.length === 0) return null;
  return (
    <ul className={styles.found}>
      {check.found.map((one) => (
        <li key={one}>
          <code>{one}</code>
        </li>
      ))}
    </ul>
  );
}
