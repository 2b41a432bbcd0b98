/** Words that a finding never uses: they claim too much, blame people, or rank them. */
const BANNED: readonly RegExp[] = [
  /\bsignifican(t|ce|tly)\b/i,
  /\bp-?values?\b/i,
  /\bprov(es|en)\b/i,
  /\bunderperform/i,
  /\bfail(ing|ed|s)?\b/i,
  /\bdrop(ped)?[- ]?outs?\b/i,
  /\bchurn/i,
  /\b(worst|best)\b/i,
  /\bonly \d/i,
  /\bno difference\b/i,
  /\btrend(s|ing)? towards?\b/i,
  /\bbias(ed)?\b/i,
  /\b(BME|minorit(y|ies))\b/i,
  /\bfewer than\b/i,
  /\bn\s*</i,
];

/** The banned words that a text contains; empty for a clean one. */
export const bannedIn = (text: string): string[] => BANNED.flatMap((pattern) => pattern.exec(text)?.[0] ?? []);
