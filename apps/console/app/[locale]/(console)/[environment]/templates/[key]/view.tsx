'use client';

import { LeftOutlined } from '@ant-design/icons';
import type { TemplateContent, TemplateDetail, TemplateVariable } from '@signalbox/contracts';
import { useQuery } from '@tanstack/react-query';
import { Alert, Skeleton } from 'antd';
import Link from 'next/link';
import { useState } from 'react';
import { useTranslations } from 'use-intl';
import { Loaded } from '#components/parts/loaded.tsx';
import { PageHead } from '#components/parts/page-head.tsx';
import { usePlace } from '#components/place.tsx';
import { useTRPC } from '#data/trpc.ts';
import { TemplateStateTag } from '../template-state.tsx';
import styles from '../templates.module.css';
import { useRendering } from '../use-rendering.ts';
import { EditorActions } from './actions.tsx';
import { BodiesPanel } from './bodies-panel.tsx';
import { PersonPanel } from './person-panel.tsx';
import { VariablesPanel } from './variables-panel.tsx';
import { VersionsPanel } from './versions-panel.tsx';

const DRAFTING_MS = 1000;

/** A template: what its newest version says, open to be changed into the next one, with every language as people get it. */
export function TemplateEditor({ templateKey }: { templateKey: string }) {
  const t = useTranslations();
  const trpc = useTRPC();
  const { href } = usePlace();
  const template = useQuery({
    ...trpc.templates.read.queryOptions({ key: templateKey }),
    // Drafts come from a job: their version is shown as soon as it is there.
    refetchInterval: ({ state }) => (state.data?.drafting?.state === 'running' ? DRAFTING_MS : false),
  });
  return (
    <Loaded
      query={template}
      skeleton={
        <>
          <PageHead
            above={
              <Link href={href('templates')}>
                <LeftOutlined aria-hidden="true" /> {t('nav.templates')}
              </Link>
            }
            title={templateKey}
            purpose=""
          />
          <Skeleton active paragraph={{ rows: 8 }} />
        </>
      }
    >
      {/* What is typed belongs to the version it began with: another one begins anew. */}
      {(of) => <Editor key={of.version} of={of} />}
    </Loaded>
  );
}

function Editor({ of }: { of: TemplateDetail }) {
  const t = useTranslations();
  const { may, href } = usePlace();
  const [draft, setDraft] = useState<TemplateContent>(of.content);
  const [discards, setDiscards] = useState(0);
  const preview = useRendering({ class: of.class, default_locale: of.default_locale, ...draft });
  const isChanged = JSON.stringify(draft) !== JSON.stringify(of.content);
  // What is typed while drafts are made would be lost with the version they make.
  const readOnly = !may('templates:write') || of.drafting?.state === 'running';
  return (
    <>
      <PageHead
        above={
          <Link href={href('templates')}>
            <LeftOutlined aria-hidden="true" /> {t('nav.templates')}
          </Link>
        }
        title={
          <>
            {of.name} <TemplateStateTag state={of.state} />
          </>
        }
        purpose={t('templates.stands', { key: of.key, class: t(`class.${of.class}.name`), version: of.version })}
        actions={
          <EditorActions
            of={of}
            draft={draft}
            isChanged={isChanged}
            faults={preview?.errors ?? []}
            onReset={() => {
              setDraft(of.content);
              setDiscards(discards + 1);
            }}
          />
        }
      />
      <div className={styles.stack}>
        <Standing of={of} isChanged={isChanged} />
        <VariablesPanel
          variables={draft.variables}
          errors={preview?.errors ?? []}
          readOnly={readOnly}
          onChange={(variables) => setDraft({ ...draft, variables })}
        />
        {/* How a mail was to be written is forgotten with what was written. */}
        <BodiesPanel
          key={discards}
          of={of}
          content={draft}
          isChanged={isChanged}
          preview={preview}
          readOnly={readOnly}
          onChange={(bodies, needed = []) => setDraft({ variables: withNeeded(draft.variables, needed), bodies })}
        />
        <PersonPanel of={of} content={draft} />
        <VersionsPanel of={of} />
      </div>
    </>
  );
}

/** The variables with those that are needed besides; one that has the name already stays as it is. */
const withNeeded = (
  variables: readonly TemplateVariable[],
  needed: readonly TemplateVariable[],
): TemplateVariable[] => [
  ...variables,
  ...needed.filter(({ name }) => !variables.some((known) => known.name === name)),
];

/** What live sends go by now, and what the last decision said. */
function Standing({ of, isChanged }: { of: TemplateDetail; isChanged: boolean }) {
  const t = useTranslations();
  const [newest] = of.versions;
  const live =
    of.live_version === null ? t('templates.noLiveLong') : t('templates.liveLong', { version: of.live_version });
  const more = [
    ...(isChanged ? [t('templates.unsaved')] : []),
    ...(of.stale.length > 0 ? [t('translations.becameStale', { locales: of.stale.join(', ') })] : []),
    ...(of.unreviewed.length > 0 ? [t('translations.waits', { locales: of.unreviewed.join(', ') })] : []),
    ...(newest?.state === 'rejected' && newest.comment !== null
      ? [t('templates.rejectedFor', { name: newest.decided?.name ?? '', comment: newest.comment })]
      : []),
  ];
  return (
    <Alert
      type={of.live_version === null ? 'warning' : 'info'}
      showIcon
      title={live}
      {...(more.length === 0 ? {} : { description: more.join(' ') })}
    />
  );
}
