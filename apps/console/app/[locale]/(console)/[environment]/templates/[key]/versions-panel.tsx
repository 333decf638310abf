'use client';

import type { TemplateContent, TemplateDetail, TemplateVersionSummary } from '@signalbox/contracts';
import { useQuery } from '@tanstack/react-query';
import { Button } from 'antd';
import { useState } from 'react';
import { useTranslations } from 'use-intl';
import { TimeCell } from '#components/cells/time-cell.tsx';
import { Loaded } from '#components/parts/loaded.tsx';
import { Panel } from '#components/parts/panel.tsx';
import { SideDrawer } from '#components/parts/side-drawer.tsx';
import { useTRPC } from '#data/trpc.ts';
import { TemplateStateTag } from '../template-state.tsx';
import styles from '../templates.module.css';
import { diffWords } from '../word-diff.ts';

/** Every version: how it stands, who did what, what was said, and what changed from the one before. */
export function VersionsPanel({ of }: { of: TemplateDetail }) {
  const t = useTranslations();
  const [shown, setShown] = useState<number>();
  return (
    <Panel title={t('templates.versions')} hint={t('templates.versionsHint')}>
      <ul>
        {of.versions.map((version) => (
          <li key={version.version} className={styles.version}>
            <div className={styles.row}>
              <strong>{t('templates.version', { version: version.version })}</strong>
              <TemplateStateTag state={version.state} />
              {version.version === of.live_version && <span className={styles.soft}>{t('templates.isLive')}</span>}
              <Button size="small" type="link" onClick={() => setShown(version.version)}>
                {t('templates.showChanges')}
              </Button>
            </div>
            <History version={version} />
          </li>
        ))}
      </ul>
      <SideDrawer
        open={shown !== undefined}
        onClose={() => setShown(undefined)}
        title={t('templates.changesOf', { version: shown ?? 0 })}
      >
        {shown !== undefined && <Changes templateKey={of.key} version={shown} />}
      </SideDrawer>
    </Panel>
  );
}

function History({ version }: { version: TemplateVersionSummary }) {
  const t = useTranslations();
  const { created, submitted, decided, comment, last_used_at } = version;
  return (
    <div className={styles.row}>
      {(['created', 'submitted', 'decided'] as const).map((what) => {
        const actor = { created, submitted, decided }[what];
        if (actor === null) return null;
        return (
          <span key={what} className={styles.soft}>
            {t(`templates.did.${what}`, { name: actor.name })} <TimeCell at={actor.at} />
          </span>
        );
      })}
      {last_used_at !== null && (
        <span className={styles.soft}>
          {t('templates.column.used')} <TimeCell at={last_used_at} />
        </span>
      )}
      {comment !== null && <q>{comment}</q>}
    </div>
  );
}

function Changes({ templateKey, version }: { templateKey: string; version: number }) {
  const { templates } = useTRPC();
  const after = useQuery(templates.readVersion.queryOptions({ key: templateKey, version }));
  const before = useQuery({
    ...templates.readVersion.queryOptions({ key: templateKey, version: Math.max(1, version - 1) }),
    enabled: version > 1,
  });
  return (
    <Loaded query={after}>
      {(now) =>
        version === 1 ? (
          <Diff before={{ variables: [], bodies: [] }} after={now} />
        ) : (
          <Loaded query={before}>{(was) => <Diff before={was} after={now} />}</Loaded>
        )
      }
    </Loaded>
  );
}

/** The texts of a content by what they are: variables, and each source of each body. */
function textsOf({ variables, bodies }: TemplateContent, names: (channel: string, field: string) => string) {
  const texts = new Map<string, string>();
  for (const body of bodies) {
    for (const field of ['subject', 'text', 'html', 'mjml'] as const) {
      const source = field in body ? (body as Partial<Record<typeof field, string>>)[field] : undefined;
      if (source !== undefined) texts.set(`${names(body.channel, field)} · ${body.locale}`, source);
    }
  }
  const told = variables.map(
    ({ name, type, optional, sample }) => `${name}: ${type}${optional ? '?' : ''} = ${JSON.stringify(sample)}`,
  );
  texts.set(names('', 'variables'), told.join('\n'));
  return texts;
}

function Diff({ before, after }: { before: TemplateContent; after: TemplateContent }) {
  const t = useTranslations();
  const names = (channel: string, field: string) => {
    if (field === 'variables') return t('templates.variables');
    const name = field === 'text' && channel === 'email' ? 'mailText' : field;
    return `${t(`channel.${channel as 'sms'}`)} · ${t(`templates.source.${name as 'text'}`)}`;
  };
  const [was, is] = [textsOf(before, names), textsOf(after, names)];
  const changed = [...new Set([...was.keys(), ...is.keys()])].filter((name) => was.get(name) !== is.get(name));
  if (changed.length === 0) return <p>{t('templates.noChanges')}</p>;
  return (
    <div className={styles.diff}>
      {changed.map((name) => (
        <section key={name}>
          <h4>{name}</h4>
          <pre>
            {diffWords(was.get(name) ?? '', is.get(name) ?? '').map(({ kind, text }, index) =>
              kind === 'same' ? (
                <span key={index}>{text}</span>
              ) : kind === 'added' ? (
                <ins key={index}>{text}</ins>
              ) : (
                <del key={index}>{text}</del>
              ),
            )}
          </pre>
        </section>
      ))}
    </div>
  );
}
