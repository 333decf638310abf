'use client';

import { Button, Dropdown } from 'antd';
import { useTranslations } from 'use-intl';

/** The list of what the template may print, to be put where the writer is. */
export function InsertVariable(props: { variables: readonly string[]; onInsert: (name: string) => void }) {
  const t = useTranslations();
  const { variables, onInsert } = props;
  const items =
    variables.length === 0
      ? [{ key: 'none', label: t('mailEditor.noVariables'), disabled: true }]
      : variables.map((name) => ({ key: name, label: name }));
  return (
    <Dropdown trigger={['click']} menu={{ items, onClick: ({ key }) => onInsert(key) }}>
      <Button size="small">{t('mailEditor.variable')}</Button>
    </Dropdown>
  );
}
