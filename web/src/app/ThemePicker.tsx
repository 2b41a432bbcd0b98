import { type MantineColorScheme, useMantineColorScheme } from '@mantine/core';
import { Choice } from '../kit/index.js';

const SCHEMES = [
  { value: 'auto', label: 'System' },
  { value: 'light', label: 'Light' },
  { value: 'dark', label: 'Dark' },
];

export function ThemePicker() {
  const { colorScheme, setColorScheme } = useMantineColorScheme();
  return (
    <Choice label="Theme" value={colorScheme} options={SCHEMES} onChange={(next) => setColorScheme(next as MantineColorScheme)} />
  );
}
