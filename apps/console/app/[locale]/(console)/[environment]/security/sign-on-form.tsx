'use client';

import { Role, type SignInRulesView } from '@signalbox/contracts';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { App, Button, Checkbox, Form, Input, Radio, Select, Switch } from 'antd';
import { useTranslations } from 'use-intl';
import { SectionError } from '#components/parts/section-error.tsx';
import { SideDrawer } from '#components/parts/side-drawer.tsx';
import { usePlace } from '#components/place.tsx';
import { problemOf } from '#data/problem.ts';
import { useTRPC } from '#data/trpc.ts';
import { ClaimFields } from './claim-fields.tsx';
import { draftOf, fieldOf, inputOf, type SignOnDraft } from './draft.ts';
import { RedirectUri } from './redirect-uri.tsx';
import styles from './security.module.css';

/** Sets the single sign-on of the organisation, in a drawer beside the page. */
export function SignOnForm(props: { open: boolean; rules: SignInRulesView; onClose: () => void }) {
  const t = useTranslations();
  return (
    <SideDrawer open={props.open} title={t('security.signOn')} mask={{ closable: false }} onClose={props.onClose}>
      {props.open && <Fields rules={props.rules} onClose={props.onClose} />}
    </SideDrawer>
  );
}

function Fields({ rules, onClose }: { rules: SignInRulesView; onClose: () => void }) {
  const t = useTranslations();
  const { session } = usePlace();
  const [form] = Form.useForm<SignOnDraft>();
  const known = rules.single_sign_on;
  const start = draftOf(rules, session.workspace.id);
  const watched = { form, preserve: true };
  const letsJoin = Form.useWatch('lets_join', watched) ?? start.lets_join;
  const save = useSave(form, onClose);
  const needed = { required: true, whitespace: true, message: t('security.needed') };
  return (
    <Form<SignOnDraft>
      name="sign-on-form"
      form={form}
      layout="vertical"
      initialValues={start}
      onFinish={() => save.mutate(inputOf(form.getFieldsValue(true), known?.version ?? null))}
      validateTrigger="onBlur"
      scrollToFirstError={{ focus: true }}
    >
      {save.error !== null && problemOf(save.error).fields.length === 0 && <SectionError error={save.error} />}
      <p className={styles.lead}>{t('security.formLead')}</p>
      <RedirectUri address={rules.redirect_uri} />
      <p className={styles.help}>{t('security.redirectHelp')}</p>
      <Form.Item name="issuer" label={t('security.issuer')} extra={t('security.issuerHelp')} rules={[needed]}>
        <Input inputMode="url" autoComplete="off" maxLength={500} placeholder="https://login.example.com" />
      </Form.Item>
      <div className={styles.pair}>
        <Form.Item name="client_id" label={t('security.clientId')} rules={[needed]}>
          <Input autoComplete="off" maxLength={300} />
        </Form.Item>
        <Form.Item
          name="client_secret"
          label={t('security.clientSecret')}
          extra={t(known === null ? 'security.secretHelp' : 'security.secretKept')}
          rules={known === null ? [needed] : []}
        >
          <Input.Password autoComplete="new-password" maxLength={1000} />
        </Form.Item>
      </div>
      <Form.Item
        name="domains"
        label={t('security.domains')}
        extra={t('security.domainsHelp')}
        rules={[{ required: true, type: 'array', min: 1, message: t('security.domainsNeeded') }]}
      >
        <Select
          mode="tags"
          open={false}
          suffixIcon={null}
          tokenSeparators={[',', ' ', ';']}
          placeholder="example.com"
        />
      </Form.Item>
      <Form.Item name="name" label={t('security.name')} extra={t('security.nameHelp')} rules={[needed]}>
        <Input autoComplete="off" maxLength={60} />
      </Form.Item>

      <h3 className={styles.part}>{t('security.newPeople')}</h3>
      <Form.Item name="lets_join">
        <Radio.Group
          aria-label={t('security.newPeople')}
          vertical
          options={[
            { value: false, label: t('security.joinInvited') },
            { value: true, label: t('security.joinAnybody') },
          ]}
        />
      </Form.Item>
      {letsJoin && <JoinFields rules={rules} start={start} />}

      <h3 className={styles.part}>{t('account.secondFactor')}</h3>
      <Form.Item name="proves_second_factor" valuePropName="checked" extra={t('security.provesHelp')}>
        <Checkbox>{t('security.proves')}</Checkbox>
      </Form.Item>
      <Form.Item name="enabled" valuePropName="checked" label={t('security.enabled')} extra={t('security.enabledHelp')}>
        <Switch />
      </Form.Item>
      <div className={styles.buttons}>
        <Button onClick={onClose}>{t('action.cancel')}</Button>
        <Button type="primary" htmlType="submit" loading={save.isPending}>
          {t('action.save')}
        </Button>
      </div>
    </Form>
  );
}

/** Into which workspace somebody new comes, and as what. */
function JoinFields({ rules, start }: { rules: SignInRulesView; start: SignOnDraft }) {
  const t = useTranslations();
  const form = Form.useFormInstance<SignOnDraft>();
  const readsClaim = Form.useWatch('reads_claim', { form, preserve: true }) ?? start.reads_claim;
  const roles = Role.options.map((role) => ({ value: role as string, label: t(`role.${role}.name`) }));
  return (
    <>
      <div className={styles.pair}>
        <Form.Item name="workspace_id" label={t('security.joinsWorkspace')}>
          <Select options={rules.workspaces.map(({ id, name }) => ({ value: id, label: name }))} />
        </Form.Item>
        <Form.Item name="role" label={t('people.role')} extra={readsClaim ? t('security.roleOtherwise') : undefined}>
          <Select options={readsClaim ? [{ value: 'none', label: t('security.byClaimOnly') }, ...roles] : roles} />
        </Form.Item>
      </div>
      <Form.Item name="reads_claim" valuePropName="checked" extra={t('security.claimHelp')}>
        <Checkbox
          onChange={({ target }) => {
            if (!target.checked && form.getFieldValue('role') === 'none') form.setFieldValue('role', 'viewer');
          }}
        >
          {t('security.readsClaim')}
        </Checkbox>
      </Form.Item>
      {readsClaim && <ClaimFields />}
    </>
  );
}

function useSave(form: ReturnType<typeof Form.useForm<SignOnDraft>>[0], onClose: () => void) {
  const t = useTranslations();
  const trpc = useTRPC();
  const queryClient = useQueryClient();
  const { message } = App.useApp();
  return useMutation(
    trpc.signIn.saveSingleSignOn.mutationOptions({
      onSuccess: () => {
        void message.success(t('security.saved'));
        void queryClient.invalidateQueries({ queryKey: trpc.signIn.pathKey() });
        onClose();
      },
      onError: (error) => {
        const faults = problemOf(error).fields.map(({ path, code, message: text }) => ({
          // What no field is about is said at the first one.
          name: fieldOf(path) ?? ('issuer' as const),
          errors: [code === 'own_way_in' ? t('security.ownWayIn') : text],
        }));
        form.setFields(faults);
        const [first] = faults;
        if (first !== undefined) form.scrollToField(first.name, { focus: true });
      },
    }),
  );
}
