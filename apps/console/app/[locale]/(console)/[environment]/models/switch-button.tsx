'use client';

import { CheckOutlined, StopOutlined } from '@ant-design/icons';
import type { ModelScopeView } from '@signalbox/contracts';
import { useTranslations } from 'use-intl';
import { PermittedButton } from '#components/parts/permitted-button.tsx';
import { useAskedChange } from '#components/parts/use-asked-change.ts';
import { usePlace } from '#components/place.tsx';
import { useTRPC } from '#data/trpc.ts';

/** Lets decisions go by the model where it has proved better, or by the signals again. */
export function SwitchButton({ of, title }: { of: ModelScopeView; title: string }) {
  const t = useTranslations();
  const trpc = useTRPC();
  const { environment } = usePlace();
  const change = useAskedChange({
    change: trpc.models.switch.mutationOptions(),
    done: t('models.switched'),
    list: trpc.models.pathKey(),
  });
  const isReady = of.in_use || of.standing === 'proven';
  if (!isReady) return null;
  const words = of.in_use ? 'off' : 'on';
  const input = { environment, channel: of.channel, class: of.class, country: of.country, in_use: !of.in_use };
  const ask = () =>
    change(input, {
      title: t(`models.${words}.title`, { scope: title }),
      text: t(`models.${words}.text`),
      ok: t(`models.${words}.do`),
      cancel: t('action.keep'),
    });
  return (
    <PermittedButton
      permission="routes:write"
      size="small"
      icon={of.in_use ? <StopOutlined /> : <CheckOutlined />}
      onClick={ask}
    >
      {t(`models.${words}.do`)}
    </PermittedButton>
  );
}
