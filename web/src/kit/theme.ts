import { createTheme, type MantineThemeOverride, type VariantColorsResolver } from '@mantine/core';

const solid = (background: string, hover: string, color: string) => ({
  background,
  hover,
  color,
  border: '1px solid transparent',
});

/** Buttons take their colours from the tokens; a variant names a purpose, not a colour. */
const variants: VariantColorsResolver = ({ variant, color }) => {
  if (variant === 'filled' && color === 'danger') return solid('var(--danger)', 'var(--danger-hover)', 'var(--on-danger)');
  if (variant === 'filled') return solid('var(--button)', 'var(--button-hover)', 'var(--on-button)');
  if (variant === 'subtle' || variant === 'transparent') return solid('transparent', 'var(--surface)', 'var(--link)');
  return {
    background: 'var(--background)',
    hover: 'var(--surface)',
    color: 'var(--text)',
    border: '1px solid var(--control-border)',
  };
};

export const theme: MantineThemeOverride = createTheme({
  fontFamily: 'var(--font)',
  fontFamilyMonospace: 'var(--mono)',
  headings: { fontFamily: 'var(--font)', fontWeight: '600' },
  defaultRadius: 'sm',
  respectReducedMotion: true,
  cursorType: 'pointer',
  variantColorResolver: variants,
});
