export const EXTENTS = [
  { value: 'brief', label: 'Brief: leading questions' },
  { value: 'full', label: 'Full: every question' },
];

export const optionOf = ({ key, label }: { readonly key: string; readonly label: string }) => ({ value: key, label });
