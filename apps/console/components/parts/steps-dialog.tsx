'use client';

import { Modal } from 'antd';
import type { ReactNode } from 'react';

/** A dialog whose steps bring their own buttons. A click beside it loses nothing; `pinned`, its own buttons are the only way out. */
export function StepsDialog(props: {
  open: boolean;
  title: string;
  onClose: () => void;
  width?: number;
  pinned?: boolean;
  children: ReactNode;
}) {
  const { open, title, onClose, width = 480, pinned = false } = props;
  return (
    <Modal
      open={open}
      title={title}
      footer={null}
      closable={!pinned}
      keyboard={!pinned}
      mask={{ closable: false }}
      onCancel={() => onClose()}
      destroyOnHidden
      width={width}
    >
      {props.children}
    </Modal>
  );
}
