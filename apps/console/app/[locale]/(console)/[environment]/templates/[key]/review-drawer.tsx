'use client';

import type { TemplateBody, TemplateDetail, TemplateTranslation, TranslationMove } from '@signalbox/contracts';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { App, Button } from 'antd';
import { useState } from 'react';
import { useTranslations } from 'use-intl';
import { TimeCell } from '#components/cells/time-cell.tsx';
import { PermittedButton } from '#components/parts/permitted-button.tsx';
import { SectionError } from '#components/parts/section-error.tsx';
import { SideDrawer } from '#components/parts/side-drawer.tsx';
import { problemOf } from '#data/problem.ts';
import { useTRPC } from '#data/trpc.ts';
import styles from '../templates.module.css';
import { TranslationStateTag } from '../translation-state.tsx';
import { useRendering } from '../use-rendering.ts';
import { BodyFields } from './body-fields.tsx';

/** Names a drafted text of the newest version. */
export type Reviewed = Pick<TemplateTranslation, 'channel' | 'locale'>;

/** A drafted text with the default language beside it, to be accepted as it is or in other words, or taken out. */
export function ReviewDrawer(props: { of: TemplateDetail; shown: Reviewed | undefined; onClose: () => void }) {
  const t = useTranslations();
  const { of, shown, onClose } = props;
  const isShown = (one: Reviewed) => one.channel === shown?.channel && one.locale === shown.locale;
  const translation = of.translations.find(isShown);
  const body = of.content.bodies.find(isShown);
  return (
    <SideDrawer
      size={900}
      open={translation !== undefined && body !== undefined}
      onClose={onClose}
      title={
        shown === undefined
          ? ''
          : t('translations.review', { channel: t(`channel.${shown.channel}`), locale: shown.locale })
      }
    >
      {translation !== undefined && body !== undefined && (
        <Review
          key={`${of.version} ${translation.state}`}
          of={of}
          translation={translation}
          body={body}
          onClose={onClose}
        />
      )}
    </SideDrawer>
  );
}

interface Props {
  of: TemplateDetail;
  translation: TemplateTranslation;
  body: TemplateBody;
  onClose: () => void;
}

function Review({ of, translation, body, onClose }: Props) {
  const t = useTranslations();
  const { templates } = useTRPC();
  const queryClient = useQueryClient();
  const { message } = App.useApp();
  const [written, setWritten] = useState(body);
  const { channel, locale, state } = translation;
  const source = of.content.bodies.find((one) => one.channel === channel && one.locale === of.default_locale);
  const bodies = of.content.bodies.map((one) => (one === body ? written : one));
  const preview = useRendering({
    ...{ class: of.class, default_locale: of.default_locale, variables: of.content.variables, bodies },
  });
  const index = bodies.indexOf(written);
  const isEdited = written !== body;
  const isOpen = state === 'in_review' || state === 'stale';
  const review = useMutation(
    templates.review.mutationOptions({
      onSuccess: async (after, { move }) => {
        queryClient.setQueryData(templates.read.queryKey({ key: of.key }), after);
        if (move === 'accept' || move === 'reject') {
          message.success(t(`translations.did.${move}`));
          onClose();
        }
        await queryClient.invalidateQueries({ queryKey: templates.list.pathKey() });
      },
    }),
  );
  const go = (move: TranslationMove) =>
    review.mutate({
      ...{ key: of.key, version: of.version, channel, locale, move },
      ...(move === 'accept' && isEdited ? { body: written } : {}),
    });
  const faults = preview?.errors.filter(({ path }) => path.startsWith(`bodies.${index}.`)) ?? [];
  return (
    <div className={styles.stack}>
      {review.error !== null && problemOf(review.error).fields.length === 0 && <SectionError error={review.error} />}
      {review.error !== null &&
        problemOf(review.error).fields.map((fault) => (
          <p key={fault.path} className={styles.fault}>
            {fault.message}
          </p>
        ))}
      <div className={styles.row}>
        <TranslationStateTag state={state} />
        <Who translation={translation} />
      </div>
      <p className={styles.soft}>{t(`translations.help.${state}`)}</p>
      <div className={styles.bodies}>
        {source !== undefined && (
          <section className={styles.body} aria-label={t('translations.source', { locale: of.default_locale })}>
            <div className={styles.bodyHead}>
              <h3>{t('translations.source', { locale: of.default_locale })}</h3>
            </div>
            <BodyFields
              body={source}
              index={-1}
              errors={[]}
              readOnly
              mayStop={false}
              checks={[]}
              variables={of.content.variables}
              onBody={() => undefined}
            />
          </section>
        )}
        <section className={styles.body} aria-label={t('translations.draftIn', { locale })}>
          <div className={styles.bodyHead}>
            <h3>{t('translations.draftIn', { locale })}</h3>
          </div>
          <BodyFields
            body={written}
            index={index}
            errors={preview?.errors ?? []}
            readOnly={!isOpen}
            mayStop={of.class === 'marketing'}
            checks={preview?.renderings[index]?.mail?.checks ?? []}
            variables={of.content.variables}
            onBody={(changed) => setWritten(changed)}
          />
        </section>
      </div>
      <div className={styles.foot}>
        <Button onClick={onClose}>{t('action.cancel')}</Button>
        {state !== 'reviewed' && (
          <PermittedButton permission="templates:write" danger disabled={review.isPending} onClick={() => go('reject')}>
            {t('translations.move.reject')}
          </PermittedButton>
        )}
        {state === 'machine_draft' && (
          <PermittedButton
            permission="templates:write"
            type="primary"
            loading={review.isPending}
            onClick={() => go('begin')}
          >
            {t('translations.move.begin')}
          </PermittedButton>
        )}
        {isOpen && (
          <PermittedButton
            permission="templates:write"
            type="primary"
            disabled={faults.length > 0}
            loading={review.isPending}
            onClick={() => go('accept')}
          >
            {t(isEdited ? 'translations.move.acceptEdited' : 'translations.move.accept')}
          </PermittedButton>
        )}
        {state === 'reviewed' && of.state === 'draft' && (
          <PermittedButton permission="templates:write" loading={review.isPending} onClick={() => go('reopen')}>
            {t('translations.move.reopen')}
          </PermittedButton>
        )}
      </div>
    </div>
  );
}

/** Who asked for it and who looked at it, each with the time. */
function Who({ translation }: { translation: TemplateTranslation }) {
  const t = useTranslations();
  return (['drafted', 'begun', 'reviewed'] as const).map((what) => {
    const actor = translation[what];
    return (
      actor !== null && (
        <span key={what} className={styles.soft}>
          {t(`translations.who.${what}`, { name: actor.name })} <TimeCell at={actor.at} />
        </span>
      )
    );
  });
}
