import { Drawer } from '@mantine/core';
import type { ReactNode } from 'react';
import styles from './kit.module.css';
import { t } from '../language/index.js';

interface PanelProps {
  readonly title: string;
  readonly opened: boolean;
  readonly onClose: () => void;
  readonly children: ReactNode;
}

/**
 * A drawer at the side; Escape closes it and the focus returns to what opened it. Its head is no `header` element: the
 * page has one banner.
 */
export function Panel({ title, opened, onClose, children }: PanelProps) {
  return (
    <Drawer.Root
      opened={opened}
      onClose={onClose}
      position="right"
      size="lg"
      lockScroll={false}
      transitionProps={{ duration: 0 }}
    >
      <Drawer.Overlay />
      <Drawer.Content>
        <div className={styles['panelHead']}>
          <Drawer.Title>{title}</Drawer.Title>
          <Drawer.CloseButton aria-label={t('Close')} />
        </div>
        <Drawer.Body>{children}</Drawer.Body>
      </Drawer.Content>
    </Drawer.Root>
  );
}
