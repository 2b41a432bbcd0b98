import { type MantineColorScheme, useMantineColorScheme } from '@mantine/core';
import { Choice } from '../kit/index.js';
import { t } from '../language/index.js';

const SCHEMES = [
  { value: 'auto', label: t('System') },
  { value: 'light', label: t('Light') },
  { value: 'dark', label: t('Dark') },
];

// Otherwise it would write a style element into the page, which the content policy forbids.
const NO_STYLES = { keepTransitions: true };

export function ThemePicker() {
  const { colorScheme, setColorScheme } = useMantineColorScheme(NO_STYLES);
  return (
    <Choice
      label={t('Theme##colours')}
      value={colorScheme}
      options={SCHEMES}
      onChange={(next) => setColorScheme(next as MantineColorScheme)}
    />
  );
}
