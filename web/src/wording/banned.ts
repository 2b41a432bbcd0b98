/** Words that a finding never uses, in English and in German: they claim too much, blame people, or rank them. */
const BANNED: readonly RegExp[] = [
  /\bsignifican(t|ce|tly)\b/i,
  /\bp-?values?\b/i,
  /\bprov(es|en)\b/i,
  /\bunderperform/i,
  /\bfail(ing|ed|s)?\b/i,
  /\bdrop(ped)?[- ]?outs?\b/i,
  /\bchurn/i,
  /\b(worst|best)(?!\p{L})/iu,
  /\bonly \d/i,
  /\bno difference\b/i,
  /\btrend(s|ing)? towards?\b/i,
  /\bbias(ed)?\b/i,
  /\b(BME|minorit(y|ies))\b/i,
  /\bfewer than\b/i,
  /\bn\s*</i,
  /\bsignifikant/i,
  /\bp-?Werte?\b/i,
  /\bbeweis(t|en)?\b/i,
  /\bversag(t|en)\b/i,
  /\bAbbr(uch|üche|echer)/i,
  /\b(schlechtest|best)e[mnrs]?(?!\p{L})/iu,
  /\bnur \d/i,
  /\bkeine?n? Unterschiede?\b/i,
  /\bweniger als \d+ (Menschen|Personen|Beschäftigte)/i,
  /\bMinderheit/i,
];

/** The banned words that a text contains; empty for a clean one. */
export const bannedIn = (text: string): string[] => BANNED.flatMap((pattern) => pattern.exec(text)?.[0] ?? []);
