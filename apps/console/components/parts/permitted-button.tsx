'use client';

import type { Permission } from '@signalbox/contracts';
import { Button, type ButtonProps, Tooltip } from 'antd';
import { usePlace } from '#components/place.tsx';
import styles from './parts.module.css';
import { useWhoMay } from './use-who-may.ts';

/**
 * A button for what a permission is needed for. Whoever lacks it finds the button in its place, dim, and learns at it which roles may; it
 * stays reachable by keyboard, so that the reason is too.
 */
export function PermittedButton({ permission, ...button }: ButtonProps & { permission: Permission }) {
  const { may } = usePlace();
  const whoMay = useWhoMay();
  if (may(permission)) return <Button {...button} />;
  const { href: _href, onClick: _onClick, htmlType: _htmlType, className, ...look } = button;
  return (
    <Tooltip title={whoMay(permission)} trigger={['hover', 'focus']}>
      <Button {...look} className={[className, styles.denied].filter(Boolean).join(' ')} aria-disabled="true" />
    </Tooltip>
  );
}
