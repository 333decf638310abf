'use client';

import { DeleteOutlined, EditOutlined, PauseOutlined, PlayCircleOutlined, PlusOutlined } from '@ant-design/icons';
import type { CapView, LegalCapView, SaveCap } from '@signalbox/contracts';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { App } from 'antd';
import Link from 'next/link';
import { useState } from 'react';
import { useTranslations } from 'use-intl';
import { ToneTag } from '#components/cells/tone-tag.tsx';
import { Loaded } from '#components/parts/loaded.tsx';
import { Panel } from '#components/parts/panel.tsx';
import { PermittedButton } from '#components/parts/permitted-button.tsx';
import { SectionError } from '#components/parts/section-error.tsx';
import { SideDrawer } from '#components/parts/side-drawer.tsx';
import { useCountryName } from '#components/parts/use-country-name.ts';
import { usePlace } from '#components/place.tsx';
import { useTRPC } from '#data/trpc.ts';
import styles from '../compliance.module.css';
import { ConfidenceTag } from '../confidence-tag.tsx';
import { CapForm } from './cap-form.tsx';
import { useCapText } from './use-cap-text.ts';

/** How often one person may be written to: the caps of the environment, and those of the law, which nobody can change. */
export function CapsPanel() {
  const t = useTranslations();
  const { caps } = useTRPC();
  const { environment } = usePlace();
  const [open, setOpen] = useState<{ of: CapView | undefined } | null>(null);
  const list = useQuery(caps.list.queryOptions({ environment }));
  const close = () => setOpen(null);
  return (
    <Panel
      title={t('caps.title')}
      hint={t('caps.hint')}
      extra={
        <PermittedButton
          permission="compliance:write"
          icon={<PlusOutlined />}
          onClick={() => setOpen({ of: undefined })}
        >
          {t('caps.add')}
        </PermittedButton>
      }
    >
      <Loaded query={list}>
        {({ data, legal }) => (
          <>
            {data.length === 0 ? (
              <p className={styles.quiet}>{t('caps.empty')}</p>
            ) : (
              <ul className={styles.registries}>
                {data.map((cap) => (
                  <Cap key={cap.id} of={cap} onChange={() => setOpen({ of: cap })} />
                ))}
              </ul>
            )}
            <h3 className={styles.part}>{t('caps.legal')}</h3>
            <p className={styles.quiet}>{t('caps.legalHint')}</p>
            <LegalCaps of={legal} />
          </>
        )}
      </Loaded>
      <SideDrawer open={open !== null} onClose={close} title={open?.of === undefined ? t('caps.add') : open.of.name}>
        {open !== null && <CapForm of={open.of} onDone={close} />}
      </SideDrawer>
    </Panel>
  );
}

/** What a cap says, whether it holds, and what may be done with it. */
function Cap({ of, onChange }: { of: CapView; onChange: () => void }) {
  const t = useTranslations();
  const { ofCap } = useCapText();
  const { caps } = useTRPC();
  const { environment } = usePlace();
  const queryClient = useQueryClient();
  const { modal, message } = App.useApp();
  const done = (text: string) => async () => {
    message.success(text);
    await queryClient.invalidateQueries({ queryKey: caps.list.pathKey() });
  };
  const save = useMutation(caps.save.mutationOptions({ onSuccess: done(t('caps.saved')) }));
  const remove = useMutation(caps.remove.mutationOptions({ onSuccess: done(t('caps.removed')) }));
  const { id, version: _version, updated_at: _updatedAt, ...settings } = of;
  const flip = () => save.mutate({ environment, id, cap: { ...(settings satisfies SaveCap), enabled: !of.enabled } });
  const askRemove = () =>
    modal.confirm({
      title: t('caps.removeTitle', { name: of.name }),
      content: t('caps.removeText'),
      okText: t('caps.remove'),
      okButtonProps: { danger: true },
      cancelText: t('action.cancel'),
      onOk: () => remove.mutateAsync({ environment, id }).catch(() => undefined),
    });
  return (
    <li className={styles.registry}>
      <div>
        <strong>{of.name}</strong>{' '}
        <ToneTag tone={of.enabled ? 'good' : 'neutral'}>{t(`caps.${of.enabled ? 'on' : 'off'}`)}</ToneTag>
        {ofCap(of).map((sentence) => (
          <p key={sentence} className={styles.quiet}>
            {sentence}
          </p>
        ))}
        {(save.error ?? remove.error) !== null && <SectionError error={save.error ?? remove.error} />}
      </div>
      <div className={styles.registryActions}>
        <PermittedButton permission="compliance:write" size="small" icon={<EditOutlined />} onClick={onChange}>
          {t('caps.change')}
        </PermittedButton>
        <PermittedButton
          permission="compliance:write"
          size="small"
          loading={save.isPending}
          icon={of.enabled ? <PauseOutlined /> : <PlayCircleOutlined />}
          onClick={flip}
        >
          {t(of.enabled ? 'caps.switchOff' : 'caps.switchOn')}
        </PermittedButton>
        <PermittedButton
          permission="compliance:write"
          size="small"
          danger
          icon={<DeleteOutlined />}
          onClick={askRemove}
        >
          {t('caps.remove')}
        </PermittedButton>
      </div>
    </li>
  );
}

function LegalCaps({ of }: { of: readonly LegalCapView[] }) {
  const { ofLaw } = useCapText();
  const countryName = useCountryName();
  const { href } = usePlace();
  return (
    <ul className={styles.registries}>
      {of.map((cap) => (
        <li key={`${cap.rule} ${cap.limit} ${cap.rolling_seconds}`} className={styles.registry}>
          <div>
            <Link href={href(`compliance/${cap.country}#${cap.rule}`)}>
              {countryName(cap.country)} <code>{cap.rule}</code>
            </Link>
            <p className={styles.quiet}>{ofLaw(cap)}</p>
          </div>
          <ConfidenceTag confidence={cap.confidence} />
        </li>
      ))}
    </ul>
  );
}
