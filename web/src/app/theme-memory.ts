import { localStorageColorSchemeManager } from '@mantine/core';

/** Light, dark or the system's wish: the one thing that is kept in the browser. */
export const schemes = localStorageColorSchemeManager({ key: 'overstory-theme' });
