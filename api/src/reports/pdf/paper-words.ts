import { locale, t } from '#language';

/** The language of a document on paper, and what stands at the foot of each page around its number. */
export function paperWords() {
  const [lang = '', region = ''] = locale().split('-');
  return { lang, region, page: t('page##of several'), of: t('of##pages') };
}
