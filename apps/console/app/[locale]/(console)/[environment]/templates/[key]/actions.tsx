'use client';

import { CheckOutlined, CloseOutlined, SaveOutlined, SendOutlined, UndoOutlined } from '@ant-design/icons';
import type { TemplateContent, TemplateDetail, TemplateMove, TemplatePreview } from '@signalbox/contracts';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { App, Button, Input, Modal } from 'antd';
import { useState } from 'react';
import { useTranslations } from 'use-intl';
import { PermittedButton } from '#components/parts/permitted-button.tsx';
import { SectionError } from '#components/parts/section-error.tsx';
import { problemOf } from '#data/problem.ts';
import { useTRPC } from '#data/trpc.ts';
import styles from '../templates.module.css';
import { TestSend } from './test-send.tsx';

type Decision = Exclude<TemplateMove, 'submit'>;

interface Props {
  of: TemplateDetail;
  draft: TemplateContent;
  isChanged: boolean;
  faults: TemplatePreview['errors'];
  onReset: () => void;
}

/** What may be done to the template as it stands: save what was typed, submit it, decide it, try it. */
export function EditorActions({ of, draft, isChanged, faults, onReset }: Props) {
  const t = useTranslations();
  const { templates } = useTRPC();
  const queryClient = useQueryClient();
  const { message } = App.useApp();
  const [deciding, setDeciding] = useState<Decision>();
  const [trying, setTrying] = useState(false);
  const refresh = (after: TemplateDetail) => {
    queryClient.setQueryData(templates.read.queryKey({ key: of.key }), after);
    return queryClient.invalidateQueries({ queryKey: templates.list.pathKey() });
  };
  const onError = (error: unknown) => {
    const { fields, detail } = problemOf(error);
    message.error(fields[0]?.message ?? detail ?? t('templates.failed'));
  };
  const save = useMutation(
    templates.addVersion.mutationOptions({
      onSuccess: async (after) => {
        message.success(t('templates.saved', { version: after.version }));
        await refresh(after);
      },
      onError,
    }),
  );
  const submit = useMutation(
    templates.submit.mutationOptions({
      onSuccess: async (after) => {
        message.success(t('templates.submitted'));
        await refresh(after);
      },
      onError,
    }),
  );
  if (isChanged) {
    return (
      <>
        <Button icon={<UndoOutlined />} onClick={onReset}>
          {t('templates.reset')}
        </Button>
        <PermittedButton
          permission="templates:write"
          type="primary"
          icon={<SaveOutlined />}
          disabled={faults.length > 0}
          loading={save.isPending}
          onClick={() => save.mutate({ key: of.key, content: draft })}
        >
          {t('templates.save', { version: of.version + 1 })}
        </PermittedButton>
      </>
    );
  }
  return (
    <>
      {of.state !== 'rejected' && of.state !== 'paused' && (
        <PermittedButton permission="messages:send" icon={<SendOutlined />} onClick={() => setTrying(true)}>
          {t('templates.try')}
        </PermittedButton>
      )}
      {of.state === 'draft' && (
        <PermittedButton
          permission="templates:write"
          type="primary"
          loading={submit.isPending}
          onClick={() => submit.mutate({ key: of.key, version: of.version })}
        >
          {t('templates.submit')}
        </PermittedButton>
      )}
      {of.state === 'submitted' && (
        <>
          <PermittedButton
            permission="templates:approve"
            icon={<CloseOutlined />}
            onClick={() => setDeciding('reject')}
          >
            {t('templates.decide.reject')}
          </PermittedButton>
          <PermittedButton
            permission="templates:approve"
            type="primary"
            icon={<CheckOutlined />}
            onClick={() => setDeciding('approve')}
          >
            {t('templates.decide.approve')}
          </PermittedButton>
        </>
      )}
      {of.state === 'approved' && (
        <PermittedButton permission="templates:approve" onClick={() => setDeciding('pause')}>
          {t('templates.decide.pause')}
        </PermittedButton>
      )}
      {of.state === 'paused' && (
        <PermittedButton permission="templates:approve" onClick={() => setDeciding('resume')}>
          {t('templates.decide.resume')}
        </PermittedButton>
      )}
      <DecideDialog of={of} move={deciding} onDone={refresh} onClose={() => setDeciding(undefined)} />
      <TestSend of={of} open={trying} onClose={() => setTrying(false)} />
    </>
  );
}

/** Asks for the decision once more, with what is to be said of it; a rejection must say why. */
function DecideDialog(props: {
  of: TemplateDetail;
  move: Decision | undefined;
  onDone: (after: TemplateDetail) => Promise<void>;
  onClose: () => void;
}) {
  const t = useTranslations();
  const { templates } = useTRPC();
  const [comment, setComment] = useState('');
  const { of, move } = props;
  const decide = useMutation(
    templates.decide.mutationOptions({
      onSuccess: async (after) => {
        await props.onDone(after);
        close();
      },
    }),
  );
  const close = () => {
    setComment('');
    decide.reset();
    props.onClose();
  };
  if (move === undefined) return null;
  const isMissing = move === 'reject' && comment.trim() === '';
  return (
    <Modal
      open
      title={t(`templates.decideTitle.${move}`, { version: of.version })}
      okText={t(`templates.decide.${move}`)}
      cancelText={t('action.cancel')}
      okButtonProps={{ disabled: isMissing, loading: decide.isPending, danger: move === 'reject' || move === 'pause' }}
      onCancel={close}
      onOk={() =>
        decide.mutate({
          key: of.key,
          version: of.version,
          move,
          ...(comment.trim() === '' ? {} : { comment: comment.trim().replace(/\s+/g, ' ') }),
        })
      }
      destroyOnHidden
    >
      {decide.error !== null && <SectionError error={decide.error} />}
      <p>{t(`templates.decideText.${move}`)}</p>
      <label className={styles.label} htmlFor="template-comment">
        {t(move === 'reject' ? 'templates.commentNeeded' : 'templates.comment')}
        <Input.TextArea
          id="template-comment"
          value={comment}
          maxLength={500}
          autoSize={{ minRows: 2 }}
          onChange={(event) => setComment(event.target.value)}
        />
      </label>
    </Modal>
  );
}
