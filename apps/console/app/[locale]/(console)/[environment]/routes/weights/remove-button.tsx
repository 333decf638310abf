'use client';

import { DeleteOutlined } from '@ant-design/icons';
import { useTranslations } from 'use-intl';
import { PermittedButton } from '#components/parts/permitted-button.tsx';
import { useAskedChange } from '#components/parts/use-asked-change.ts';
import { usePlace } from '#components/place.tsx';
import { useTRPC } from '#data/trpc.ts';

/** Asks, then removes the weights of a scope. */
export function RemoveButton(props: { id: string; onDone: () => void }) {
  const t = useTranslations();
  const trpc = useTRPC();
  const { environment } = usePlace();
  const remove = useAskedChange({
    change: trpc.weights.remove.mutationOptions(),
    done: t('weights.removed'),
    list: trpc.weights.pathKey(),
    after: props.onDone,
  });
  const ask = () =>
    remove(
      { environment, id: props.id },
      {
        title: t('weights.removeTitle'),
        text: t('weights.removeText'),
        ok: t('weights.remove'),
        cancel: t('action.keep'),
      },
    );
  return (
    <PermittedButton permission="routes:write" icon={<DeleteOutlined />} onClick={ask}>
      {t('weights.remove')}
    </PermittedButton>
  );
}
